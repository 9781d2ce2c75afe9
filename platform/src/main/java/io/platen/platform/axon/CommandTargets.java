package io.platen.platform.axon;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Which aggregate a command is for: commands are records, and one component is marked. Axon's own resolver looks for the
 * mark anew with every command.
 */
final class CommandTargets implements CommandTargetResolver {

    private static final ClassValue<Method> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> command) {
            if (!command.isRecord()) {
                throw new IllegalArgumentException(command.getName() + " is no record");
            }
            var accessor = Arrays.stream(command.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(candidate -> candidate.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(command.getName() + " names no aggregate"));
            accessor.setAccessible(true);
            return accessor;
        }
    };

    /** @throws IllegalArgumentException where the command is for no aggregate */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        try {
            var identifier = IDENTIFIERS.get(command.getPayloadType()).invoke(command.getPayload());
            return new VersionedAggregateIdentifier(identifier, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(command.getPayloadType().getName() + " cannot be asked", e);
        }
    }
}
