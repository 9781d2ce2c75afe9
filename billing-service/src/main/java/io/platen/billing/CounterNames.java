package io.platen.billing;

import io.platen.contracts.device.Counter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a client calls the counters: {@code total}, {@code blackWhite}, {@code colour}. */
public final class CounterNames {

    private static final Map<String, Counter> BY_NAME =
            Stream.of(Counter.values()).collect(Collectors.toUnmodifiableMap(CounterNames::nameOf, c -> c));

    private CounterNames() {}

    public static String nameOf(Counter counter) {
        return switch (counter) {
            case TOTAL -> "total";
            case BLACK_WHITE -> "blackWhite";
            case COLOUR -> "colour";
        };
    }

    public static Optional<Counter> counterOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
