package io.platen.device.model;

import io.platen.contracts.id.ModelId;
import org.axonframework.serialization.Revision;

/** What happened to a model; stored. */
public sealed interface ModelEvent {

    @Revision("1")
    record ModelRegistered(ModelId modelId, ModelFacts facts) implements ModelEvent {}
}
