package io.platen.platform.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Listens to what the current thread appends. */
final class AppendedEvents {

    private static final ThreadLocal<@Nullable Map<String, Long>> CURRENT = new ThreadLocal<>();

    void begin() {
        CURRENT.set(new LinkedHashMap<>());
    }

    void end() {
        CURRENT.remove();
    }

    void on(List<? extends EventMessage<?>> events) {
        var positions = CURRENT.get();
        if (positions == null) {
            return;
        }
        for (var event : events) {
            if (event instanceof DomainEventMessage<?> appended) {
                positions.merge(appended.getAggregateIdentifier(), appended.getSequenceNumber(), Math::max);
            }
        }
    }

    /** Empty where nothing was appended. */
    String positions() {
        var positions = CURRENT.get();
        return positions == null
                ? ""
                : positions.entrySet().stream()
                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
