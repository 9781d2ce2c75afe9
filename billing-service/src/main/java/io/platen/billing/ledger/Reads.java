package io.platen.billing.ledger;

import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.contract.ReadLedger;
import io.platen.billing.contract.ReadsAround;
import io.platen.billing.directory.SqlArrays;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadCorrected;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of the reads of a device and a day, one counts for each counter: that of the best source, of two the later. */
@Repository
public class Reads implements ReadLedger {

    private static final String NOT_REPLACED = """
            not exists (select from meter_read newer where newer.replaces = r.read_id and newer.counter = r.counter)
            """;

    private static final String AROUND = """
            select meter.device_id, meter.counter, found.place, found.read_on, found.pages, found.source
            from (select device_id, counter
                  from unnest(cast(:devices as uuid[])) device_id, unnest(cast(:counters as text[])) counter) meter,
                 lateral (
                    (select 'BEFORE' as place, r.read_on, r.pages, r.source from meter_read r
                     where r.device_id = meter.device_id and r.counter = meter.counter
                       and r.read_on < :first and %1$s
                     order by r.read_on desc, r.rank desc, r.recorded_at desc, r.pages desc limit 1)
                    union all
                    (select 'FIRST', r.read_on, r.pages, r.source from meter_read r
                     where r.device_id = meter.device_id and r.counter = meter.counter
                       and r.read_on >= :first and r.read_on <= :last and %1$s
                     order by r.read_on, r.rank desc, r.recorded_at desc, r.pages desc limit 1)
                    union all
                    (select 'LAST', r.read_on, r.pages, r.source from meter_read r
                     where r.device_id = meter.device_id and r.counter = meter.counter
                       and r.read_on <= :last and %1$s
                     order by r.read_on desc, r.rank desc, r.recorded_at desc, r.pages desc limit 1)) found
            """.formatted(NOT_REPLACED);

    private final JdbcClient jdbc;

    Reads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A read that is there already stays as it is. */
    public void add(LedgerRead read) {
        var replaced = read.replaces();
        read.pages()
                .forEach((counter, pages) -> jdbc.sql("""
                        insert into meter_read
                            (read_id, counter, device_id, read_on, pages, source, rank, recorded_at, replaces)
                        values (:read, :counter, :device, :readOn, :pages, :source, :rank, :recordedAt, :replaces)
                        on conflict (read_id, counter) do nothing
                        """)
                        .param("read", read.readId().value())
                        .param("counter", counter.name())
                        .param("device", read.deviceId().value())
                        .param("readOn", read.readOn())
                        .param("pages", pages)
                        .param("source", read.source().name())
                        .param("rank", read.source().rank())
                        .param("recordedAt", read.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("replaces", replaced == null ? null : replaced.value(), Types.OTHER)
                        .update());
    }

    /**
     * As good as the read that it corrects; where that is not known, as good as what a customer reads. One that corrects an
     * estimate replaces no read, and names itself.
     */
    public LedgerRead correction(MeterReadCorrected corrected, Instant at) {
        var source = jdbc.sql("select source from meter_read where read_id = :read limit 1")
                .param("read", corrected.readId().value())
                .query(String.class)
                .optional()
                .map(LedgerSource::valueOf)
                .filter(known -> known != LedgerSource.ESTIMATE)
                .orElse(LedgerSource.CUSTOMER);
        return new LedgerRead(
                corrected.newReadId(),
                corrected.deviceId(),
                corrected.billingMeter(),
                corrected.readOn(),
                source,
                at,
                corrected.readId().equals(corrected.newReadId()) ? null : corrected.readId());
    }

    /** Where the meter of the old machine ends and that of the new one begins: what they showed, and their resets. */
    public List<LedgerRead> ofReplacement(DeviceReplaced replaced, Instant at) {
        var day = replaced.replacedOn();
        return List.of(
                LedgerRead.last(replaced, billed(replaced.deviceId(), replaced.finalCounters(), day), at),
                LedgerRead.first(replaced, billed(replaced.newDeviceId(), replaced.firstCounters(), day), at));
    }

    private Map<Counter, Long> billed(DeviceId device, Map<Counter, Long> shown, LocalDate day) {
        var billed = new EnumMap<Counter, Long>(Counter.class);
        shown.forEach((counter, pages) -> billed.put(
                counter,
                pages
                        + jdbc.sql("""
                                select coalesce(sum(difference), 0) from meter_reset
                                where device_id = :device and counter = :counter and reset_on <= :day
                                """)
                                .param("device", device.value())
                                .param("counter", counter.name())
                                .param("day", day)
                                .query(Long.class)
                                .single()));
        return billed;
    }

    /** From then on the counters show less, or more, than what is billed. */
    public void reset(MeterCounterReset reset, String event) {
        reset.newCounters()
                .forEach((counter, pages) -> jdbc.sql("""
                        insert into meter_reset (event_id, device_id, counter, reset_on, difference)
                        values (:event, :device, :counter, :day, :difference)
                        on conflict (event_id, counter) do nothing
                        """)
                        .param("event", event)
                        .param("device", reset.deviceId().value())
                        .param("counter", counter.name())
                        .param("day", reset.resetOn())
                        .param("difference", reset.oldCounters().getOrDefault(counter, pages) - pages)
                        .update());
    }

    /** Whether a better source has told this counter on the same day. */
    public boolean isOutranked(LedgerRead read, Counter counter) {
        return jdbc.sql("""
                        select exists (select from meter_read r
                                       where r.device_id = :device and r.counter = :counter and r.read_on = :day
                                         and r.rank > :rank and %s)
                        """.formatted(NOT_REPLACED))
                .param("device", read.deviceId().value())
                .param("counter", counter.name())
                .param("day", read.readOn())
                .param("rank", read.source().rank())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<Meter, ReadsAround> around(
            Collection<DeviceId> devices, Collection<Counter> counters, LocalDate firstDay, LocalDate lastDay) {
        var reads = new HashMap<Meter, ReadsAround>();
        jdbc.sql(AROUND)
                .param("devices", SqlArrays.of(devices))
                .param("counters", SqlArrays.of(counters))
                .param("first", firstDay)
                .param("last", lastDay)
                .query(row -> {
                    var meter = new Meter(
                            new DeviceId(row.getObject("device_id", UUID.class)),
                            Counter.valueOf(row.getString("counter")));
                    var read = new DayRead(
                            row.getObject("read_on", LocalDate.class),
                            row.getLong("pages"),
                            LedgerSource.ESTIMATE.name().equals(row.getString("source")));
                    var known = reads.getOrDefault(meter, ReadsAround.NONE);
                    reads.put(
                            meter,
                            switch (row.getString("place")) {
                                case "BEFORE" -> new ReadsAround(read, known.first(), known.last());
                                case "FIRST" -> new ReadsAround(known.before(), read, known.last());
                                default -> new ReadsAround(known.before(), known.first(), read);
                            });
                });
        return reads;
    }
}
