package io.platen.platform.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Listens to what the current thread appends, as far as others are told of it. */
final class AppendedEvents {

    private static final ThreadLocal<@Nullable LinkedHashMap<String, Long>> CURRENT = new ThreadLocal<>();

    private final Predicate<EventMessage<?>> told;

    /** @param told whether other services hear of an event; nobody can wait for one of which they do not */
    AppendedEvents(Predicate<EventMessage<?>> told) {
        this.told = told;
    }

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
            if (event instanceof DomainEventMessage<?> appended && told.test(event)) {
                positions.putLast(appended.getAggregateIdentifier(), appended.getSequenceNumber());
            }
        }
    }

    /** Empty where nothing was appended. */
    String positions() {
        var positions = CURRENT.get();
        return positions == null ? "" : Consistency.header(positions);
    }
}
