package io.platen.supply.automation;

import io.platen.contracts.id.DeviceId;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.Reporting;
import io.platen.supply.directory.Devices;
import io.platen.supply.place.OrderPlacing;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A device that falls silent becomes inactive by the clock alone. Nothing is remembered but the table, so that no restart
 * loses a due date; several instances may look at once, because the enrolment decides.
 */
@Component
class WhenTimePassesThenCheckReporting {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTimePassesThenCheckReporting.class);
    private static final int BATCH = 200;

    private final CommandGateway commands;
    private final Devices devices;
    private final OrderPlacing orders;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WhenTimePassesThenCheckReporting(
            CommandGateway commands,
            Devices devices,
            OrderPlacing orders,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.commands = commands;
        this.devices = devices;
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void checkAll() {
        @Nullable DeviceId last = null;
        do {
            var due = devices.outOfStep(Reporting.since(clock.instant()), last, BATCH);
            due.forEach(this::check);
            last = due.size() < BATCH ? null : due.getLast();
        } while (last != null);
    }

    private void check(DeviceId device) {
        try {
            transaction.executeWithoutResult(status -> {
                var last = devices.find(device)
                        .map(Devices.Known::lastCommunicationAt)
                        .orElse(null);
                Settled settled = commands.sendAndWait(new CheckReporting(device, last));
                orders.place(settled.shipments(), commands::sendAndWait);
                devices.become(device, settled.state());
            });
        } catch (RuntimeException e) {
            LOG.info("Device {} is checked again the next time, because of {}", device, e.toString());
        }
    }
}
