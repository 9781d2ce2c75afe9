package io.platen.device.model;

import io.platen.contracts.id.ModelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a model. */
public sealed interface ModelCommand {

    record RegisterModel(@TargetAggregateIdentifier ModelId modelId, ModelFacts facts) implements ModelCommand {}
}
