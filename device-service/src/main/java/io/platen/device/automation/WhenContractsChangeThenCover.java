package io.platen.device.automation;

import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.cover.Coverages;
import io.platen.device.directory.ContractBook;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Comparator;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Each device shows what its contracts include today; what begins or ends later is found by the clock (DEV-40). */
@Component
class WhenContractsChangeThenCover implements InboxConsumer {

    private final ContractBook contracts;
    private final Coverages coverages;
    private final CommandGateway commands;

    WhenContractsChangeThenCover(ContractBook contracts, Coverages coverages, CommandGateway commands) {
        this.contracts = contracts;
        this.coverages = coverages;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.BILLING);
    }

    @Override
    public void on(Received received) {
        var sequence = received.metadata().sequence();
        switch (received.event()) {
            case ContractActivated contract -> {
                contracts.add(contract);
                refreshAll(contract.contractId(), received);
            }
            case ContractEnded end -> {
                contracts.add(end, sequence);
                refreshAll(end.contractId(), received);
            }
            case ContractDeviceReplaced swap -> {
                contracts.add(swap, sequence);
                refreshAll(swap.contractId(), received);
            }
            default -> {} // usage and invoices cover nothing
        }
    }

    private void refreshAll(ContractId contract, Received received) {
        var cause = Causes.of(received.metadata(), commands);
        contracts.devicesOf(contract).stream()
                .sorted(Comparator.comparing(DeviceId::toString))
                .forEach(device -> coverages.refresh(device, cause));
    }
}
