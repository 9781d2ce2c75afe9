package io.platen.meter.upload;

import io.platen.contracts.device.Counter;
import io.platen.meter.reading.CounterNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * MET-22: which reads were stored before. The registers refuse a second read of a day, whatever it says, and remember no
 * more than they need; their events know them all.
 */
@Component
class EarlierReads {

    private static final String READ = "ReadSubmitted";
    private static final String MOVE = "DeviceClockChanged";

    /** A read may be that much older than today, and a day more where the calendars differ. */
    private static final int OLDEST_IN_DAYS = 32;

    private record Fact(String device, String type, JsonNode told) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EarlierReads(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return by row the day of a stored read that says the same */
    Map<Integer, LocalDate> among(Collection<WaitingRow> rows, Instant now) {
        var facts = jdbc
                .sql("""
                        select event.aggregate_id, event.type, event.payload
                        from unnest(?, ?, cast(? as date[])) as row (device, read_id, day)
                            join domain_event event on event.aggregate_id = row.device
                        where (event.type = ? and row.day is null)
                           or (event.type = ? and (event.payload ->> 'readOn')::date > ? and (row.day is null
                               or (event.payload ->> 'readOn')::date = row.day
                               or event.payload ->> 'readId' = row.read_id))
                        order by event.aggregate_id, event.sequence
                        """)
                .param(rows.stream().map(row -> row.device().toString()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.readId().toString()).toArray(String[]::new))
                .param(rows.stream()
                        .map(row -> row.readOn() == null ? null : row.readOn().toString())
                        .toArray(String[]::new))
                .param(MOVE)
                .param(READ)
                .param(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(OLDEST_IN_DAYS))
                .query((row, number) -> new Fact(row.getString(1), row.getString(2), json.readTree(row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Fact::device));
        var same = new HashMap<Integer, LocalDate>();
        for (var row : rows) {
            same(row, facts.getOrDefault(row.device().toString(), List.of()), now)
                    .ifPresent(day -> same.put(row.number(), day));
        }
        return same;
    }

    private static Optional<LocalDate> same(WaitingRow row, List<Fact> facts, Instant now) {
        var readOn = row.readOn() == null ? LocalDate.ofInstant(now, zone(facts, now)) : row.readOn();
        return facts.stream()
                .filter(fact -> fact.type().equals(READ))
                .map(Fact::told)
                .filter(read ->
                        read.path("readId").asString().equals(row.readId().toString())
                                || (day(read, "readOn").equals(readOn)
                                        && counters(read).equals(row.counters())))
                .map(read -> day(read, "readOn"))
                .findFirst();
    }

    /** As the register counts its days: a move that was announced counts from its own first day. */
    private static ZoneId zone(List<Fact> facts, Instant now) {
        ZoneId zone = ZoneOffset.UTC;
        var moved = false;
        for (var fact : facts) {
            if (fact.type().equals(MOVE)) {
                var there = ZoneId.of(fact.told().path("zone").asString());
                if (!moved || !LocalDate.ofInstant(now, there).isBefore(day(fact.told(), "effectiveOn"))) {
                    zone = there;
                }
                moved = true;
            }
        }
        return zone;
    }

    private static Map<String, @Nullable Long> counters(JsonNode read) {
        Map<String, @Nullable Long> counters = new HashMap<>();
        read.path("counters")
                .properties()
                .forEach(counter -> counters.put(
                        CounterNames.nameOf(Counter.valueOf(counter.getKey())),
                        counter.getValue().asLong()));
        return counters;
    }

    private static LocalDate day(JsonNode event, String name) {
        return Objects.requireNonNull(LocalDate.parse(event.path(name).asString()));
    }
}
