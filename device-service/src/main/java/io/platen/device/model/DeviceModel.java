package io.platen.device.model;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.ModelId;
import io.platen.device.model.ModelCommand.RegisterModel;
import io.platen.device.model.ModelEvent.ModelRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A type of machine. Its facts are checked where they are put together ({@link ModelFacts}). */
@Aggregate
class DeviceModel {

    @AggregateIdentifier
    private @Nullable ModelId modelId;

    DeviceModel() {}

    @CommandHandler
    DeviceModel(RegisterModel command) {
        apply(new ModelRegistered(command.modelId(), command.facts()));
    }

    @EventSourcingHandler
    void on(ModelRegistered event) {
        modelId = event.modelId();
    }
}
