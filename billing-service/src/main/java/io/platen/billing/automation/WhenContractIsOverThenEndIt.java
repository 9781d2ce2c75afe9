package io.platen.billing.automation;

import io.platen.billing.RegionalCalendar;
import io.platen.billing.contract.ContractCommand.EndContract;
import io.platen.billing.contract.EndDecision;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.Contracts.OverContract;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.ContractId;
import io.platen.platform.eventstore.MetadataKeys;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A contract ends by the calendar of its region. Nothing is remembered but the table, so that no restart loses an end;
 * several instances may look at once, because the contract decides.
 */
@Component
class WhenContractIsOverThenEndIt {

    private static final Logger LOG = LoggerFactory.getLogger(WhenContractIsOverThenEndIt.class);
    private static final int BATCH = 200;

    private final CommandGateway commands;
    private final Contracts contracts;
    private final RegionalCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WhenContractIsOverThenEndIt(
            CommandGateway commands,
            Contracts contracts,
            RegionalCalendar calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.commands = commands;
        this.contracts = contracts;
        this.calendar = calendar;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void endAll() {
        @Nullable ContractId last = null;
        do {
            var over = contracts.over(RegionalCalendar.latestToday(clock), last, BATCH);
            over.stream()
                    .filter(contract -> contract.lastDay().isBefore(calendar.today(contract.region(), clock)))
                    .forEach(this::end);
            last = over.size() < BATCH ? null : over.getLast().contractId();
        } while (last != null);
    }

    private void end(OverContract contract) {
        try {
            transaction.executeWithoutResult(status -> {
                EndDecision decision = commands.sendAndWait(GenericCommandMessage.asCommandMessage(
                                new EndContract(contract.contractId(), contract.lastDay(), null))
                        .withMetaData(Map.of(
                                MetadataKeys.ACTOR,
                                EventMetadata.SYSTEM,
                                MetadataKeys.ACCOUNT,
                                contract.accountId().toString())));
                switch (decision) {
                    case EndDecision.Ended ended -> contracts.end(contract.contractId(), ended.endedOn());
                    case EndDecision.AlreadyEnded earlier -> LOG.debug("{} was quicker", contract.contractId());
                    case EndDecision.OutsideContract outside ->
                        throw new IllegalStateException("It covers " + outside.term());
                    case EndDecision.BilledLonger billed ->
                        throw new IllegalStateException("It is billed until " + billed.billedUntil());
                }
            });
        } catch (RuntimeException e) {
            LOG.info("Contract {} is looked at again the next time, because of {}", contract, e.toString());
        }
    }
}
