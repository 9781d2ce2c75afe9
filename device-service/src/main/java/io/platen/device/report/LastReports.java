package io.platen.device.report;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.machine.ReportOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The machines of an account by serial number, and how far an agent has come with each. */
@Repository
class LastReports {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LastReports(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param mark absent before the first report */
    record Machine(
            DeviceId deviceId, String model, @Nullable Mark mark) {}

    /**
     * How far an agent has come with a machine.
     *
     * @param changedSince whether something has happened to the machine that was not this agent's report
     */
    record Mark(
            long sequence,
            Instant observedAt,
            String content,
            Instant toldAt,
            @Nullable Instant countersAt,
            boolean changedSince) {

        /** Whether the report says what the last one said, and nobody waits to be told that it did. */
        boolean covers(CheckedReport report, Duration tellInterval, Duration counterInterval) {
            return !changedSince
                    && report.replaced().isEmpty()
                    && !report.observedAt().isBefore(observedAt)
                    && report.observedAt().isBefore(toldAt.plus(tellInterval))
                    && (report.counters().isEmpty()
                            || (countersAt != null && report.observedAt().isBefore(countersAt.plus(counterInterval))))
                    && content.equals(digest(report));
        }

        Mark after(CheckedReport report) {
            return new Mark(report.sequence(), report.observedAt(), content, toldAt, countersAt, changedSince);
        }
    }

    /** By serial number in capitals; several only where models of different makers happen to share a number. */
    Map<String, List<Machine>> of(AccountId account, AgentId agent, Collection<String> serialKeys) {
        if (serialKeys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                    select d.device_id, d.model, d.serial_key, r.sequence, r.observed_at, r.content, r.told_at, r.counters_at,
                        (select max(e.sequence) from domain_event e where e.aggregate_id = d.device_id::text)
                            is distinct from r.device_sequence as changed
                    from device d left join agent_report r on r.device_id = d.device_id and r.agent_id = :agent
                    where d.account_id = :account and d.serial_key in (:keys) order by d.device_id
                    """)
                .param("agent", agent.value())
                .param("account", account.value())
                .param("keys", serialKeys)
                .query((row, number) -> Map.entry(row.getString("serial_key"), machine(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** In the transaction of the report's events. */
    Mark write(DeviceId device, AgentId agent, CheckedReport report, ReportOutcome outcome) {
        var toldAt = outcome.toldAt() == null ? report.observedAt() : outcome.toldAt();
        var countersAt = outcome.countersAt();
        var content = digest(report);
        jdbc.sql("""
            insert into agent_report
                (device_id, agent_id, sequence, observed_at, content, told_at, counters_at, device_sequence)
            values (:device, :agent, :sequence, :observed, :content, :told, :counters,
                (select max(sequence) from domain_event where aggregate_id = :id))
            on conflict (device_id, agent_id) do update set sequence = excluded.sequence,
                observed_at = excluded.observed_at, content = excluded.content, told_at = excluded.told_at,
                counters_at = excluded.counters_at, device_sequence = excluded.device_sequence
            where agent_report.sequence < excluded.sequence
            """)
                .param("device", device.value())
                .param("agent", agent.value())
                .param("sequence", report.sequence())
                .param("observed", Timestamp.from(report.observedAt()))
                .param("content", content)
                .param("told", Timestamp.from(toldAt))
                .param("counters", countersAt == null ? null : Timestamp.from(countersAt), java.sql.Types.TIMESTAMP)
                .param("id", device.toString())
                .update();
        return new Mark(report.sequence(), report.observedAt(), content, toldAt, countersAt, false);
    }

    /** Another instance may have come farther meanwhile; then there is nothing to do. */
    void move(AgentId agent, Map<DeviceId, Mark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "update agent_report set sequence = ?, observed_at = ? where device_id = ? and agent_id = ? and"
                        + " sequence < ?",
                marks.entrySet(),
                marks.size(),
                (statement, moved) -> {
                    var mark = moved.getValue();
                    statement.setLong(1, mark.sequence());
                    statement.setTimestamp(2, Timestamp.from(mark.observedAt()));
                    statement.setObject(3, moved.getKey().value());
                    statement.setObject(4, agent.value());
                    statement.setLong(5, mark.sequence());
                });
    }

    static String key(String serialNumber) {
        return serialNumber.strip().toUpperCase(Locale.ROOT);
    }

    private static Machine machine(ResultSet row) throws SQLException {
        var content = row.getString("content");
        var countersAt = row.getTimestamp("counters_at");
        return new Machine(
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("model"),
                content == null
                        ? null
                        : new Mark(
                                row.getLong("sequence"),
                                row.getTimestamp("observed_at").toInstant(),
                                content,
                                row.getTimestamp("told_at").toInstant(),
                                countersAt == null ? null : countersAt.toInstant(),
                                row.getBoolean("changed")));
    }

    private static String digest(CheckedReport report) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(report.content().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
