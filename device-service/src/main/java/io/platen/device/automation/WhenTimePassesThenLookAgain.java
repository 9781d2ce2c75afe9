package io.platen.device.automation;

import io.platen.contracts.id.DeviceId;
import io.platen.device.cover.Coverages;
import io.platen.device.directory.Contacts;
import io.platen.device.directory.ContractBook;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.machine.DeviceCommand.CheckSilence;
import io.platen.device.machine.MonitoringRules;
import io.platen.device.machine.SilenceOutcome;
import io.platen.device.machine.SilenceOutcome.HeardSince;
import io.platen.device.machine.SilenceOutcome.Silent;
import io.platen.platform.observability.Correlation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contracts begin and end, and devices fall silent, by the clock alone. Nothing is remembered but the tables, so that no
 * restart loses a due date; several instances may look at once, because the device decides.
 */
@Component
class WhenTimePassesThenLookAgain {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTimePassesThenLookAgain.class);
    private static final int BATCH = 200;

    private final CommandGateway commands;
    private final Devices devices;
    private final ContractBook contracts;
    private final Coverages coverages;
    private final Contacts contacts;
    private final MonitoringRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WhenTimePassesThenLookAgain(
            CommandGateway commands,
            Devices devices,
            ContractBook contracts,
            Coverages coverages,
            Contacts contacts,
            MonitoringRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.commands = commands;
        this.devices = devices;
        this.contracts = contracts;
        this.coverages = coverages;
        this.contacts = contacts;
        this.rules = rules;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void look() {
        each(limit -> contracts.due(clock.instant(), limit), this::coverAgain);
        each(limit -> contacts.silentSince(clock.instant().minus(rules.silentAfter()), limit), this::missed);
    }

    private void coverAgain(DeviceId device) {
        coverages.refresh(device, Causes.ofTime(commands));
    }

    private void missed(DeviceId device) {
        var account = devices.find(device).map(KnownDevice::accountId).orElse(null);
        SilenceOutcome outcome = Causes.ofTime(commands)
                .send(new CheckSilence(device, clock.instant(), contacts.lastReport(device)), account);
        switch (outcome) {
            case Silent silent -> contacts.lookedInto(device);
            case HeardSince heard -> contacts.heard(device, heard.at());
        }
    }

    /** What has been looked at is due no more; one that fails is due the next time. */
    private void each(IntFunction<List<DeviceId>> due, Consumer<DeviceId> work) {
        int done;
        do {
            var batch = due.apply(BATCH);
            done = 0;
            for (var device : batch) {
                done += once(device, work) ? 1 : 0;
            }
        } while (done == BATCH);
    }

    private boolean once(DeviceId device, Consumer<DeviceId> work) {
        var correlation = Correlation.open(UUID.randomUUID().toString());
        try {
            transaction.executeWithoutResult(status -> work.accept(device));
            return true;
        } catch (RuntimeException e) {
            LOG.info("Device {} is looked at again the next time, because of {}", device, e.toString());
            return false;
        } finally {
            correlation.close();
        }
    }
}
