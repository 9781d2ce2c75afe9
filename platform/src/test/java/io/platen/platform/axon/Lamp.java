package io.platen.platform.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate: it counts how often it was switched. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class Lamp {

    record Switch(@TargetAggregateIdentifier String lamp) {}

    record Break(@TargetAggregateIdentifier String lamp) {}

    sealed interface LampEvent {}

    @Revision("1")
    record Switched(String lamp, int times) implements LampEvent {}

    @Revision("1")
    record Broken(String lamp) implements LampEvent {}

    @AggregateIdentifier
    private @Nullable String lamp;

    private int times;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int on(Switch command) {
        apply(new Switched(command.lamp(), times + 1));
        return times;
    }

    @CommandHandler
    void on(Break command) {
        apply(new Broken(command.lamp()));
        throw new IllegalStateException("It broke while it was being broken");
    }

    @EventSourcingHandler
    void on(LampEvent event) {
        switch (event) {
            case Switched switched -> {
                lamp = switched.lamp();
                times = switched.times();
            }
            case Broken broken -> {
                lamp = broken.lamp();
                times = -1;
            }
        }
    }
}
