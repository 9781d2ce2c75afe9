package io.platen.billing.usage;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.usage.UsageCommand.RecordUsage;
import io.platen.billing.usage.UsageEvent.UsageAdded;
import io.platen.contracts.device.Counter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a device has used under a contract so far. A read that shows nothing new, or comes again, adds nothing. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class DeviceUsage {

    @AggregateIdentifier
    private @Nullable UsageId usageId;

    private Map<Counter, DayRead> counted = new EnumMap<>(Counter.class);

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordUsage command) {
        var lines = new ArrayList<BilledLine>();
        for (var read : command.counters()) {
            var before = counted.getOrDefault(read.counter(), read.start());
            if (read.pages() > before.pages()) {
                lines.add(BilledLine.of(
                        new Meter(command.deviceId(), read.counter()),
                        before,
                        new DayRead(command.readOn(), read.pages(), command.estimated()),
                        0,
                        read.rate()));
            }
        }
        if (!lines.isEmpty()) {
            apply(new UsageAdded(
                    command.usageId(),
                    command.contractId(),
                    command.accountId(),
                    command.deviceId(),
                    command.readId(),
                    command.readOn(),
                    lines));
        }
    }

    @EventSourcingHandler
    void on(UsageEvent event) {
        switch (event) {
            case UsageAdded added -> {
                usageId = added.usageId();
                var further = new EnumMap<Counter, DayRead>(Counter.class);
                further.putAll(counted);
                added.lines().forEach(line -> further.put(line.counter(), new DayRead(line.until(), line.current())));
                counted = further;
            }
        }
    }
}
