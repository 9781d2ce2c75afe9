package io.platen.ticket.automation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.TicketReference;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.ticket.directory.TriageDeadlines;
import io.platen.ticket.directory.TriageDeadlines.Due;
import io.platen.ticket.life.TicketCommand.FlagTriageOverdue;
import io.platen.ticket.life.TriageAnswer;
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
 * Each ticket is asked once, when its time is up, whether it has a priority. Only the table knows of it, so that no
 * restart loses a deadline; several instances may ask at once, because the ticket decides.
 */
@Component
class WhenTriageIsDueThenFlag {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTriageIsDueThenFlag.class);
    private static final int BATCH = 200;

    private final CommandGateway commands;
    private final TriageDeadlines deadlines;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counter missed;

    WhenTriageIsDueThenFlag(
            CommandGateway commands,
            TriageDeadlines deadlines,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        this.commands = commands;
        this.deadlines = deadlines;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.missed = Counter.builder("platen.deadlines.missed")
                .tag("deadline", "TRIAGE")
                .description("Deadlines that passed without what was due, each counted once")
                .register(meters);
    }

    void askAll() {
        @Nullable TicketReference last = null;
        do {
            var due = deadlines.reachedBy(clock.instant(), last, BATCH);
            due.forEach(this::ask);
            last = due.size() < BATCH ? null : due.getLast().ticket();
        } while (last != null);
    }

    private void ask(Due due) {
        try {
            if (answered(due) instanceof TriageAnswer.Overdue) {
                missed.increment();
            }
        } catch (RuntimeException e) {
            LOG.info("Ticket {} is asked again the next time, because of {}", due.ticket(), e.toString());
        }
    }

    /** The ticket is loaded before the transaction has written anything. */
    private @Nullable TriageAnswer answered(Due due) {
        return transaction.execute(status -> {
            TriageAnswer answer = commands.sendAndWait(asMessage(due));
            switch (answer) {
                case TriageAnswer.Waiting waiting -> deadlines.move(due.ticket(), waiting.until());
                case TriageAnswer.Overdue told -> deadlines.remove(due.ticket());
                case TriageAnswer.Settled settled -> deadlines.remove(due.ticket());
            }
            return answer;
        });
    }

    private static GenericCommandMessage<?> asMessage(Due due) {
        return new GenericCommandMessage<>(
                new FlagTriageOverdue(due.ticket()),
                Map.of(
                        MetadataKeys.ACTOR,
                        EventMetadata.SYSTEM,
                        MetadataKeys.ACCOUNT,
                        due.account().toString()));
    }
}
