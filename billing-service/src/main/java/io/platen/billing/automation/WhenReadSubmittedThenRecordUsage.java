package io.platen.billing.automation;

import io.platen.billing.contract.Meter;
import io.platen.billing.contract.ReadsAround;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.KnownContract;
import io.platen.billing.ledger.Reads;
import io.platen.billing.usage.CounterRead;
import io.platen.billing.usage.UsageCommand.RecordUsage;
import io.platen.billing.usage.UsageId;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Every accepted read goes into the ledger; of a device under contract it is usage. */
@Component
class WhenReadSubmittedThenRecordUsage implements InboxConsumer {

    private final Contracts contracts;
    private final Reads reads;
    private final CommandGateway commands;

    WhenReadSubmittedThenRecordUsage(Contracts contracts, Reads reads, CommandGateway commands) {
        this.contracts = contracts;
        this.reads = reads;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.METER);
    }

    @Override
    public void on(Received received) {
        if (received.event() instanceof MeterReadSubmitted read) {
            contracts
                    .covering(read.deviceId(), read.readOn())
                    .ifPresent(contract -> recordUsage(read, contract, received.metadata()));
            reads.add(read); // after the command: an aggregate is loaded before anything is written
        }
    }

    private void recordUsage(MeterReadSubmitted read, KnownContract contract, EventMetadata cause) {
        var counters = countersThatGrew(read, contract);
        if (counters.isEmpty()) {
            return;
        }
        var command = new RecordUsage(
                UsageId.of(contract.contractId(), read.deviceId()),
                contract.contractId(),
                contract.accountId(),
                read.deviceId(),
                read.readId(),
                read.readOn(),
                counters);
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        MetadataKeys.ACTOR, cause.actor(),
                        MetadataKeys.ACCOUNT, contract.accountId().toString(),
                        MetadataKeys.CORRELATION, cause.correlationId())));
    }

    /** The first read of all is where counting begins. */
    private List<CounterRead> countersThatGrew(MeterReadSubmitted read, KnownContract contract) {
        var around = reads.around(List.of(read.deviceId()), contract.rates().keySet(), contract.start(), read.readOn());
        var grown = new ArrayList<CounterRead>();
        contract.rates().forEach((counter, rate) -> {
            var pages = read.counters().get(counter);
            var start = around.getOrDefault(new Meter(read.deviceId(), counter), ReadsAround.NONE)
                    .start();
            if (pages != null && start != null && pages > start.pages() && !reads.isOutranked(read, counter)) {
                grown.add(new CounterRead(counter, pages, rate, start));
            }
        });
        return grown;
    }
}
