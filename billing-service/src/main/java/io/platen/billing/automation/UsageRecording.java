package io.platen.billing.automation;

import io.platen.billing.contract.Meter;
import io.platen.billing.contract.ReadsAround;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.DeviceCover;
import io.platen.billing.ledger.LedgerRead;
import io.platen.billing.ledger.Reads;
import io.platen.billing.usage.CounterRead;
import io.platen.billing.usage.UsageCommand.RecordUsage;
import io.platen.billing.usage.UsageId;
import io.platen.contracts.event.EventMetadata;
import io.platen.platform.eventstore.MetadataKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** What a counter shows goes into the ledger; of a device under contract it is usage. */
@Component
class UsageRecording {

    private final Contracts contracts;
    private final Reads reads;
    private final CommandGateway commands;

    UsageRecording(Contracts contracts, Reads reads, CommandGateway commands) {
        this.contracts = contracts;
        this.reads = reads;
        this.commands = commands;
    }

    void record(LedgerRead read, EventMetadata cause) {
        contracts.covering(read.deviceId(), read.readOn()).ifPresent(cover -> recordUsage(read, cover, cause));
        reads.add(read); // after the command: an aggregate is loaded before anything is written
    }

    private void recordUsage(LedgerRead read, DeviceCover cover, EventMetadata cause) {
        var counters = countersThatGrew(read, cover);
        if (counters.isEmpty()) {
            return;
        }
        var contract = cover.contract();
        var command = new RecordUsage(
                UsageId.of(contract.contractId(), read.deviceId()),
                contract.contractId(),
                contract.accountId(),
                read.deviceId(),
                read.readId(),
                read.readOn(),
                read.isEstimate(),
                counters);
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        MetadataKeys.ACTOR, cause.actor(),
                        MetadataKeys.ACCOUNT, contract.accountId().toString(),
                        MetadataKeys.CORRELATION, cause.correlationId())));
    }

    /** The first read of all is where counting begins. */
    private List<CounterRead> countersThatGrew(LedgerRead read, DeviceCover cover) {
        var rates = cover.contract().rates();
        var around = reads.around(List.of(read.deviceId()), rates.keySet(), cover.since(), read.readOn());
        var grown = new ArrayList<CounterRead>();
        rates.forEach((counter, rate) -> {
            var pages = read.pages().get(counter);
            var start = cover.start(around.getOrDefault(new Meter(read.deviceId(), counter), ReadsAround.NONE));
            if (pages != null && start != null && pages > start.pages() && !reads.isOutranked(read, counter)) {
                grown.add(new CounterRead(counter, pages, rate, start));
            }
        });
        return grown;
    }
}
