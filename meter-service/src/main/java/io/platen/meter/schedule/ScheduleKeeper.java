package io.platen.meter.schedule;

import io.platen.contracts.id.DeviceId;
import io.platen.meter.reading.MeterCommand.KeepSchedule;
import io.platen.platform.eventstore.MetadataKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens what is due and closes what was missed (MET-03, MET-04). The register decides by the device's own calendar; what
 * failed, or broke off, is claimed again when its lease is over.
 */
@Component
class ScheduleKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleKeeper.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final ReadTimers timers;
    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleKeeper(ReadTimers timers, CommandGateway commands, PlatformTransactionManager transactions, Clock clock) {
        this.timers = timers;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void keepAll() {
        var now = clock.instant();
        for (var due = timers.claim(now, now.plus(LEASE)); due.isPresent(); due = timers.claim(now, now.plus(LEASE))) {
            keep(due.get());
        }
    }

    private void keep(ReadTimers.Due due) {
        try {
            Map<String, ?> metadata = due.account() == null
                    ? Map.of()
                    : Map.of(MetadataKeys.ACCOUNT, due.account().toString());
            transaction.executeWithoutResult(status -> {
                @Nullable
                Instant next =
                        commands.sendAndWait(GenericCommandMessage.asCommandMessage(new KeepSchedule(due.device()))
                                .withMetaData(metadata));
                timers.settle(due, next);
            });
        } catch (RuntimeException e) {
            LOG.warn("The schedule of device {} is looked at again in {}", due.device(), LEASE, e);
        }
    }

    /** Rows that are missing, for whatever reason, are written from what the registers say. */
    void findLost() {
        @Nullable DeviceId last = null;
        do {
            var lost = timers.lost(last, BATCH);
            lost.forEach(this::find);
            last = lost.size() < BATCH ? null : lost.getLast();
        } while (last != null);
    }

    private void find(DeviceId device) {
        try {
            transaction.executeWithoutResult(status -> {
                @Nullable Instant next = commands.sendAndWait(new KeepSchedule(device));
                timers.found(device, next);
            });
        } catch (AggregateNotFoundException e) {
            LOG.debug("Device {} has no register yet", device);
        } catch (RuntimeException e) {
            LOG.warn("The schedule of device {} is asked for again", device, e);
        }
    }
}
