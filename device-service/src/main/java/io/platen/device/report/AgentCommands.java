package io.platen.device.report;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what an agent says to an aggregate, in a transaction of its own, again where somebody else was faster. */
@Component
class AgentCommands {

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final TransactionTemplate transaction;

    AgentCommands(CommandGateway commands, PlatformTransactionManager transactions) {
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param then what belongs into the same transaction, made of the command's result */
    <R extends @Nullable Object, T extends @Nullable Object> T send(
            Object command, AgentId agent, AccountId account, Function<R, T> then) {
        var message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        MetadataKeys.ACTOR, agent.toString(),
                        MetadataKeys.ACCOUNT, account.toString(),
                        MetadataKeys.CORRELATION, Correlation.current()));
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> then.apply(commands.<R>sendAndWait(message)));
            } catch (ConcurrencyException | PessimisticLockingFailureException e) {
                if (attempt == TRIES) {
                    throw Rejected.of(CommonProblem.CONCURRENT_CHANGE);
                }
            }
        }
    }
}
