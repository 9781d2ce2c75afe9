package io.platen.meter.schedule;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.meter.reading.MeterEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When each register has to be looked at again. A row is written with the event that it follows from, in its transaction,
 * whichever way the event came about.
 */
@Repository
class ReadTimers {

    /** @param stepAt what was claimed */
    record Due(DeviceId device, @Nullable AccountId account, Instant stepAt) {}

    private final JdbcClient jdbc;

    ReadTimers(JdbcClient jdbc, EventStore events) {
        this.jdbc = jdbc;
        events.subscribe(this::follow);
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (var event : events) {
            if (event.getPayload() instanceof MeterEvent told) {
                follow(told);
            }
        }
    }

    private void follow(MeterEvent event) {
        if (event instanceof MeterEvent.ReadScheduled scheduled) {
            set(scheduled.deviceId(), scheduled.nextStepAt());
        } else if (event instanceof MeterEvent.DueWindowOpened opened) {
            set(opened.deviceId(), opened.nextStepAt());
        } else if (event instanceof MeterEvent.NextStepMoved moved) {
            set(moved.deviceId(), moved.nextStepAt());
        } else if (event instanceof MeterEvent.ScheduleEnded ended) {
            set(ended.deviceId(), null);
        }
    }

    private void set(DeviceId device, @Nullable Instant stepAt) {
        jdbc.sql("""
                        insert into read_timer (device_id, next_step_at) values (:device, cast(:at as timestamptz))
                        on conflict (device_id) do update
                        set next_step_at = excluded.next_step_at, claimed_until = null
                        """)
                .param("device", device.value())
                .param("at", stepAt == null ? null : at(stepAt))
                .update();
    }

    /** The step that has waited longest; other instances pass it over until the lease ends. */
    Optional<Due> claim(Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        update read_timer t set claimed_until = :lease
                        where device_id = (select device_id from read_timer
                                           where next_step_at <= :now
                                             and (claimed_until is null or claimed_until <= :now)
                                           order by next_step_at limit 1
                                           for update skip locked)
                        returning device_id, next_step_at,
                                  (select account_id from access_device d where d.device_id = t.device_id) as account_id
                        """)
                .param("now", at(now))
                .param("lease", at(leaseEnd))
                .query((row, number) -> {
                    var account = row.getObject("account_id", UUID.class);
                    return new Due(
                            new DeviceId(row.getObject("device_id", UUID.class)),
                            account == null ? null : new AccountId(account),
                            row.getObject("next_step_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** Where the register had nothing to do at that time, it says itself when to come back. */
    void settle(Due done, @Nullable Instant next) {
        jdbc.sql("""
                        update read_timer set next_step_at = cast(:next as timestamptz), claimed_until = null
                        where device_id = :device and next_step_at = :step
                        """)
                .param("device", done.device().value())
                .param("step", at(done.stepAt()))
                .param("next", next == null ? null : at(next))
                .update();
    }

    /** Devices that no row tells of. */
    List<DeviceId> lost(@Nullable DeviceId behind, int most) {
        return jdbc.sql("""
                        select device_id from access_device d
                        where not exists (select from read_timer t where t.device_id = d.device_id)
                          and (cast(:behind as uuid) is null or device_id > cast(:behind as uuid))
                        order by device_id limit :most
                        """)
                .param("behind", behind == null ? null : behind.value())
                .param("most", most)
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .list();
    }

    /** A row that an event wrote meanwhile knows better. */
    void found(DeviceId device, @Nullable Instant next) {
        jdbc.sql("""
                        insert into read_timer (device_id, next_step_at) values (:device, cast(:at as timestamptz))
                        on conflict do nothing
                        """)
                .param("device", device.value())
                .param("at", next == null ? null : at(next))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
