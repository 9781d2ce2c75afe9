package io.platen.platform.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.Rejected;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** It goes up and never over a hundred. */
@Aggregate
class Tally {

    enum TallyProblem implements ProblemCode {
        TALLY_FULL;

        @Override
        public HttpStatus status() {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
    }

    record Add(@TargetAggregateIdentifier String tally, int by) {}

    sealed interface TallyEvent {}

    @Revision("1")
    record Added(String tally, int total) implements TallyEvent {}

    @AggregateIdentifier
    private @Nullable String tally;

    private int total;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int on(Add command) {
        if (total + command.by() > 100) {
            throw Rejected.of(TallyProblem.TALLY_FULL)
                    .with("total", total)
                    .field("by", TallyProblem.TALLY_FULL, Map.of("total", total));
        }
        apply(new Added(command.tally(), total + command.by()));
        return total;
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        switch (event) {
            case Added added -> {
                tally = added.tally();
                total = added.total();
            }
        }
    }
}
