package io.platen.gateway.live;

import io.platen.contracts.event.EventTypes;
import io.platen.contracts.id.TicketReference;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * VIEW-13: what a reader wants to hear of what he may. One value of each parameter must fit; a parameter without values
 * asks for nothing.
 */
record LiveFilter(Set<String> types, Set<String> regions, Set<String> objects) {

    private static final int MOST_VALUES = 100;
    private static final Set<String> TYPES =
            EventTypes.all().values().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    /** @throws Rejected naming the parameter whose value nothing can ever fit */
    static LiveFilter of(
            @Nullable List<String> type,
            @Nullable List<String> region,
            @Nullable List<String> object,
            Collection<String> knownRegions) {
        return new LiveFilter(
                values("type", type, TYPES::contains),
                values("region", region, knownRegions::contains),
                values("object", object, LiveFilter::isId));
    }

    boolean asksFor(LiveEvent event) {
        return (types.isEmpty() || types.contains(event.type()))
                && (regions.isEmpty() || (event.region() != null && regions.contains(event.region())))
                && (objects.isEmpty() || objects.contains(event.objectId()));
    }

    private static Set<String> values(String parameter, @Nullable List<String> given, Predicate<String> known) {
        if (given == null) {
            return Set.of();
        }
        if (given.size() > MOST_VALUES) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(parameter, FieldProblem.TOO_LONG, Map.of("max", MOST_VALUES));
        }
        var values = new HashSet<String>();
        for (var value : given) {
            if (!known.test(value)) {
                throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                        .field(parameter, FieldProblem.INVALID_VALUE, Map.of());
            }
            values.add(value);
        }
        return Set.copyOf(values);
    }

    /** Tickets have a reference, everything else a UUID. */
    private static boolean isId(String text) {
        return isReference(text) || isUuid(text);
    }

    private static boolean isReference(String text) {
        try {
            return new TicketReference(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
