package io.platen.platform.axon;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Which aggregate a command is for. Axon's own resolver looks for the annotations anew with every command. */
final class CommandTargets implements CommandTargetResolver {

    private static final ClassValue<Optional<Method>> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> command) {
            var identifier = command.isRecord()
                    ? Arrays.stream(command.getRecordComponents())
                            .map(RecordComponent::getAccessor)
                            .filter(accessor -> accessor.isAnnotationPresent(TargetAggregateIdentifier.class))
                            .findFirst()
                    : Optional.<Method>empty();
            identifier.ifPresent(accessor -> accessor.setAccessible(true));
            return identifier;
        }
    };

    private final CommandTargetResolver others =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var accessor = IDENTIFIERS.get(command.getPayloadType());
        if (accessor.isEmpty()) {
            return others.resolveTarget(command);
        }
        try {
            return new VersionedAggregateIdentifier(accessor.get().invoke(command.getPayload()), null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "No aggregate can be told from " + command.getPayloadType().getName(), e);
        }
    }
}
