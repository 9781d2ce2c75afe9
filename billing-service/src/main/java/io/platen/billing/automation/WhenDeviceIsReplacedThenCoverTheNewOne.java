package io.platen.billing.automation;

import io.platen.billing.contract.ContractCommand.ReplaceDevice;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.KnownContract;
import io.platen.billing.ledger.Reads;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A machine that takes over is covered in the place of the old one, which is billed up to its last counters and the new
 * one from its first. One that another contract covers stays with that.
 */
@Component
class WhenDeviceIsReplacedThenCoverTheNewOne implements InboxConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(WhenDeviceIsReplacedThenCoverTheNewOne.class);

    private final Contracts contracts;
    private final UsageRecording usage;
    private final Reads reads;
    private final CommandGateway commands;

    WhenDeviceIsReplacedThenCoverTheNewOne(
            Contracts contracts, UsageRecording usage, Reads reads, CommandGateway commands) {
        this.contracts = contracts;
        this.usage = usage;
        this.reads = reads;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "replacements";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.DEVICE);
    }

    @Override
    public boolean concerns(Class<? extends PublishedEvent> type) {
        return type == DeviceReplaced.class;
    }

    @Override
    public void on(Received received) {
        if (received.event() instanceof DeviceReplaced replaced) {
            var cause = received.metadata();
            contracts
                    .coveringFrom(replaced.deviceId(), replaced.replacedOn())
                    .forEach(contract -> cover(contract, replaced, cause));
            reads.ofReplacement(replaced, cause.occurredAt()).forEach(read -> usage.record(read, cause));
        }
    }

    private void cover(KnownContract contract, DeviceReplaced replaced, EventMetadata cause) {
        var old = replaced.deviceId();
        var next = replaced.newDeviceId();
        var day = replaced.replacedOn();
        if (contracts.isTaken(contract.contractId(), old, next, day)) {
            LOG.warn(
                    "Contract {} does not cover {} in the place of {}: another one does", contract.number(), next, old);
            return;
        }
        boolean changed = commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(new ReplaceDevice(contract.contractId(), old, next, day))
                        .withMetaData(Map.of(
                                MetadataKeys.ACTOR, cause.actor(),
                                MetadataKeys.ACCOUNT, contract.accountId().toString(),
                                MetadataKeys.CORRELATION, cause.correlationId())));
        if (changed) {
            contracts.replaceDevice(contract.contractId(), old, next, day);
        }
    }
}
