package io.platen.meter.upload;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.template.MeterColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files of reads and their rows. Everything here runs in the transaction of its caller. */
@Component
class Uploads {

    /** Who sent it, for what is done behind the request. */
    record Sender(MeterUploadId upload, UserId user, String correlation) {}

    private static final TypeReference<Map<String, @Nullable Long>> COUNTERS = new TypeReference<>() {};
    private static final TypeReference<Map<MeterColumn, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private static final String WITH_FIGURES = """
            select u.*, coalesce(r.done, 0) as done, coalesce(r.captured, 0) as captured,
                   coalesce(r.warnings, 0) as warnings, coalesce(r.errors, 0) as errors
            from meter_upload u left join lateral (
                select count(*) filter (where state <> 'PENDING') as done,
                       count(*) filter (where state = 'CAPTURED') as captured,
                       count(*) filter (where state = 'WARNING') as warnings,
                       count(*) filter (where state = 'ERROR') as errors
                from meter_upload_row where upload_id = u.upload_id) r on true
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Uploads(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The same file of the same person, as long as it is worked off. */
    Optional<MeterUploadId> atWork(UserId user, String hash) {
        return jdbc.sql("""
                        select upload_id from meter_upload
                        where user_id = :user and file_hash = :hash and finished_at is null
                        """)
                .param("user", user.value())
                .param("hash", hash)
                .query((row, number) -> new MeterUploadId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** @param reachable devices that the sender may hand in reads for, with their accounts */
    void store(
            Sender sender,
            @Nullable String fileName,
            String hash,
            Instant startedAt,
            UploadedWorkbook workbook,
            Map<DeviceId, Optional<AccountId>> reachable) {
        jdbc.sql("""
                        insert into meter_upload (upload_id, user_id, file_name, file_hash, correlation_id, rows, untouched,
                            started_at)
                        values (:upload, :user, :name, :hash, :correlation, :rows, :untouched, :at)
                        """)
                .param("upload", sender.upload().value())
                .param("user", sender.user().value())
                .param("name", fileName)
                .param("hash", hash)
                .param("correlation", sender.correlation())
                .param("rows", workbook.rows().size())
                .param("untouched", workbook.untouched())
                .param("at", startedAt.atOffset(ZoneOffset.UTC))
                .update();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : workbook.rows()) {
            rows.add(stored(row, RowReadId.of(sender.user(), hash, row.number()), reachable));
        }
        jdbc.sql("""
                        insert into meter_upload_row (upload_id, row_number, device_id, account_id, read_id, serial_number,
                            read_on, counters, entered, state, confirmed, faults)
                        select :upload, row_number, device_id, account_id, read_id, serial_number, read_on, counters,
                            entered, state, false, faults
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (row_number int, device_id uuid,
                            account_id uuid, read_id uuid, serial_number text, read_on date, counters jsonb,
                            entered jsonb, state text, faults jsonb)
                        """)
                .param("upload", sender.upload().value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static Map<String, @Nullable Object> stored(
            UploadedRow row, ReadId readId, Map<DeviceId, Optional<AccountId>> reachable) {
        var account = reachable.get(row.device());
        var faults = account == null
                ? List.of(RowFault.of(io.platen.platform.problem.CommonProblem.NOT_FOUND))
                : row.dateMakesSense()
                        ? List.<RowFault>of()
                        : List.of(new RowFault(
                                MeterColumn.READ_ON,
                                io.platen.platform.problem.FieldProblem.INVALID_FORMAT.name(),
                                Map.of()));
        Map<String, @Nullable Object> stored = new HashMap<>();
        stored.put("row_number", row.number());
        stored.put("device_id", row.device().value());
        stored.put(
                "account_id",
                account == null ? null : account.map(AccountId::value).orElse(null));
        stored.put("read_id", readId.value());
        stored.put("serial_number", row.serialNumber());
        stored.put("read_on", row.readOn() == null ? null : row.readOn().toString());
        stored.put("counters", row.counters());
        stored.put("entered", row.entered());
        stored.put("state", faults.isEmpty() ? RowState.PENDING : RowState.ERROR);
        stored.put("faults", faults);
        return stored;
    }

    Optional<Upload> find(MeterUploadId upload, UserId user) {
        return jdbc.sql(WITH_FIGURES + " where u.upload_id = :upload and u.user_id = :user")
                .param("upload", upload.value())
                .param("user", user.value())
                .query((row, number) -> upload(row))
                .optional();
    }

    List<Upload> latest(UserId user, int most) {
        return jdbc.sql(WITH_FIGURES + " where u.user_id = :user order by u.started_at desc limit :most")
                .param("user", user.value())
                .param("most", most)
                .query((row, number) -> upload(row))
                .list();
    }

    /** In the order of the sheet. */
    List<DecidedRow> rows(MeterUploadId upload, Collection<RowState> states, int offset, int limit) {
        return jdbc.sql("""
                        select * from meter_upload_row where upload_id = :upload and state in (:states)
                        order by row_number offset :offset limit :limit
                        """)
                .param("upload", upload.value())
                .param("states", states.stream().map(RowState::name).toList())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> decided(row))
                .list();
    }

    long count(MeterUploadId upload, Collection<RowState> states) {
        return jdbc.sql("select count(*) from meter_upload_row where upload_id = :upload and state in (:states)")
                .param("upload", upload.value())
                .param("states", states.stream().map(RowState::name).toList())
                .query(Long.class)
                .single();
    }

    List<Sender> unfinished() {
        return jdbc.sql("select upload_id, user_id, correlation_id from meter_upload where finished_at is null"
                        + " order by started_at")
                .query((row, number) -> new Sender(
                        new MeterUploadId(row.getObject("upload_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getString("correlation_id")))
                .list();
    }

    /** Rows that nobody else is at work on; they are this transaction's until it ends. */
    List<WaitingRow> take(MeterUploadId upload, int most) {
        return jdbc.sql("""
                        select * from meter_upload_row where upload_id = :upload and state = 'PENDING'
                        order by device_id, row_number limit :most for update skip locked
                        """)
                .param("upload", upload.value())
                .param("most", most)
                .query((row, number) -> waiting(row))
                .list();
    }

    /** One row, where it is still to be decided and nobody else is at work on it. */
    boolean takeOne(MeterUploadId upload, int row) {
        return jdbc.sql("""
                        select row_number from meter_upload_row
                        where upload_id = :upload and row_number = :row and state = 'PENDING' for update skip locked
                        """)
                .param("upload", upload.value())
                .param("row", row)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void decide(MeterUploadId upload, Map<Integer, RowOutcome> outcomes) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        outcomes.forEach((number, outcome) -> {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("row_number", number);
            row.put("state", outcome.state());
            row.put("faults", outcome.faults());
            row.put("warning_token", outcome.token());
            var captured = outcome instanceof RowOutcome.Captured told ? told : null;
            row.put("captured_on", captured == null ? null : captured.readOn().toString());
            row.put("already", captured != null && captured.already());
            rows.add(row);
        });
        jdbc.sql("""
                        update meter_upload_row as done set state = r.state, faults = r.faults,
                            warning_token = r.warning_token, captured_on = r.captured_on, already = r.already
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (row_number int, state text, faults jsonb,
                            warning_token text, captured_on date, already boolean)
                        where done.upload_id = :upload and done.row_number = r.row_number
                        """)
                .param("upload", upload.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Of the doubted rows those that were chosen, or all where none is named. */
    List<WaitingRow> doubted(MeterUploadId upload, @Nullable Collection<Integer> chosen) {
        return jdbc.sql("""
                        select * from meter_upload_row where upload_id = :upload and state = 'WARNING'
                            and (:all or row_number in (:chosen))
                        order by device_id for update
                        """)
                .param("upload", upload.value())
                .param("all", chosen == null)
                .param("chosen", chosen == null || chosen.isEmpty() ? List.of(-1) : chosen)
                .query((row, number) -> waiting(row))
                .list();
    }

    /** They are decided once more, now with their token. */
    void confirm(MeterUploadId upload, List<WaitingRow> rows) {
        jdbc.sql("""
                        update meter_upload_row set state = 'PENDING', confirmed = true
                        where upload_id = :upload and row_number in (:rows)
                        """)
                .param("upload", upload.value())
                .param("rows", rows.stream().map(WaitingRow::number).toList())
                .update();
        jdbc.sql("update meter_upload set finished_at = null where upload_id = :upload")
                .param("upload", upload.value())
                .update();
    }

    /** @return whether it was this call that finished it */
    boolean finish(MeterUploadId upload, Instant at) {
        return jdbc.sql("""
                        update meter_upload u set finished_at = :at
                        where upload_id = :upload and finished_at is null and not exists (
                            select from meter_upload_row r where r.upload_id = u.upload_id and r.state = 'PENDING')
                        """)
                        .param("upload", upload.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return how many were forgotten */
    int forgetBefore(Instant at) {
        return jdbc.sql("delete from meter_upload where finished_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Upload(
                new MeterUploadId(row.getObject("upload_id", UUID.class)),
                row.getString("file_name"),
                finishedAt == null ? Upload.State.RUNNING : Upload.State.DONE,
                row.getInt("rows"),
                row.getInt("done"),
                row.getInt("captured"),
                row.getInt("warnings"),
                row.getInt("errors"),
                row.getInt("untouched"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }

    private WaitingRow waiting(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new WaitingRow(
                row.getInt("row_number"),
                new DeviceId(row.getObject("device_id", UUID.class)),
                account == null ? null : new AccountId(account),
                new ReadId(row.getObject("read_id", UUID.class)),
                row.getObject("read_on", LocalDate.class),
                json.readValue(row.getString("counters"), COUNTERS),
                row.getBoolean("confirmed") ? row.getString("warning_token") : null);
    }

    private DecidedRow decided(ResultSet row) throws SQLException {
        return new DecidedRow(
                row.getInt("row_number"),
                row.getString("serial_number"),
                RowState.valueOf(row.getString("state")),
                row.getObject("captured_on", LocalDate.class),
                row.getBoolean("already"),
                json.readValue(row.getString("entered"), CELLS),
                json.readValue(row.getString("faults"), FAULTS),
                row.getString("warning_token"));
    }
}
