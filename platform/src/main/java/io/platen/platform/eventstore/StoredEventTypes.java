package io.platen.platform.eventstore;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * The events of a service by the short name under which they are stored. A service declares one bean with its sealed
 * event interfaces; moving or renaming a class then leaves stored events readable.
 */
public final class StoredEventTypes {

    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> byClass;

    private StoredEventTypes(Map<String, Class<?>> byName, Map<Class<?>, String> byClass) {
        this.byName = Map.copyOf(byName);
        this.byClass = Map.copyOf(byClass);
    }

    /**
     * @param families sealed interfaces; their records are the events
     * @throws IllegalArgumentException when a family is not sealed, a name is taken twice, or an event has no
     *     {@link Revision}
     */
    public static StoredEventTypes of(Class<?>... families) {
        var byName = new LinkedHashMap<String, Class<?>>();
        var byClass = new LinkedHashMap<Class<?>, String>();
        for (var family : families) {
            if (!family.isSealed()) {
                throw new IllegalArgumentException(family.getName() + " is not sealed");
            }
            eventsOf(family).forEach(event -> {
                if (!event.isAnnotationPresent(Revision.class)) {
                    throw new IllegalArgumentException(event.getName() + " has no @Revision");
                }
                var other = byName.putIfAbsent(nameOf(event), event);
                if (other != null && other != event) {
                    throw new IllegalArgumentException("Two events are stored as " + nameOf(event) + ": "
                            + other.getName() + ", " + event.getName());
                }
                byClass.put(event, nameOf(event));
            });
        }
        return new StoredEventTypes(byName, byClass);
    }

    /** Several declarations as one. */
    public static StoredEventTypes merged(List<StoredEventTypes> parts) {
        var events =
                parts.stream().flatMap(part -> part.byClass.keySet().stream()).toList();
        var byName = new LinkedHashMap<String, Class<?>>();
        var byClass = new LinkedHashMap<Class<?>, String>();
        for (var event : events) {
            var other = byName.putIfAbsent(nameOf(event), event);
            if (other != null && other != event) {
                throw new IllegalArgumentException("Two events are stored as " + nameOf(event));
            }
            byClass.put(event, nameOf(event));
        }
        return new StoredEventTypes(byName, byClass);
    }

    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<String> nameFor(Class<?> event) {
        return Optional.ofNullable(byClass.get(event));
    }

    /** Every event, for golden file tests. */
    public Collection<Class<?>> all() {
        return byName.values();
    }

    private static Stream<Class<?>> eventsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredEventTypes::eventsOf)
                : Stream.of(type);
    }

    private static String nameOf(Class<?> event) {
        var pinned = event.getAnnotation(StoredAs.class);
        return pinned == null ? event.getSimpleName() : pinned.value();
    }
}
