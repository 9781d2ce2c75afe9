package io.platen.meter.automation;

import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.event.Topic;
import io.platen.meter.directory.ContractTerms;
import io.platen.meter.reading.ContractTerm;
import io.platen.meter.reading.MeterCommand.EndSchedule;
import io.platen.meter.reading.MeterCommand.ScheduleReads;
import io.platen.meter.reading.MeterCommand.ShortenSchedule;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Due dates follow the contract, begin with it and stop with it (MET-37). */
@Component
class WhenContractChangesThenScheduleReads implements InboxConsumer {

    private final CommandGateway commands;
    private final ContractTerms terms;

    WhenContractChangesThenScheduleReads(CommandGateway commands, ContractTerms terms) {
        this.commands = commands;
        this.terms = terms;
    }

    @Override
    public String name() {
        return "read-schedule";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.BILLING);
    }

    @Override
    public void on(Received received) {
        var at = received.metadata().occurredAt();
        switch (received.event()) {
            case ContractActivated contract -> activate(contract, at);
            case ContractDeviceReplaced replaced -> replace(replaced, at);
            case ContractEnded ended -> end(ended);
            default -> {} // no other event concerns the schedule
        }
    }

    private void activate(ContractActivated contract, Instant at) {
        var cycle = contract.meterCycle();
        if (cycle != null) {
            var term = ContractTerm.of(contract.contractId(), contract.start(), contract.end(), cycle);
            contract.devices().forEach(device -> commands.sendAndWait(new ScheduleReads(device, term, at)));
        }
        terms.add(contract.contractId(), contract.start(), contract.end(), cycle);
    }

    private void replace(ContractDeviceReplaced replaced, Instant at) {
        terms.find(replaced.contractId()).ifPresent(term -> {
            commands.sendAndWait(new EndSchedule(replaced.deviceId(), at));
            commands.sendAndWait(new ScheduleReads(replaced.newDeviceId(), term.from(replaced.replacedOn()), at));
        });
    }

    private void end(ContractEnded ended) {
        if (terms.find(ended.contractId()).isPresent()) {
            ended.devices()
                    .forEach(device ->
                            commands.sendAndWait(new ShortenSchedule(device, ended.contractId(), ended.endedOn())));
        }
        terms.end(ended.contractId(), ended.endedOn());
    }
}
