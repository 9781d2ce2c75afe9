package io.platen.meter.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.platen.contracts.device.Counter;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a device's counters show, in pages. */
public record Counters(@JsonValue Map<Counter, Long> pages) {

    public static final Counters NONE = new Counters(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Counters {
        var inOrder = new EnumMap<Counter, Long>(Counter.class);
        inOrder.putAll(pages);
        pages = Collections.unmodifiableMap(inOrder);
    }

    public @Nullable Long of(Counter counter) {
        return pages.get(counter);
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /** These, and where the newer ones say something, that. */
    Counters overlaidBy(Counters newer) {
        var merged = new EnumMap<Counter, Long>(Counter.class);
        merged.putAll(pages);
        merged.putAll(newer.pages);
        return new Counters(merged);
    }

    /** The same counters, each at zero. */
    Counters atZero() {
        var zeros = new EnumMap<Counter, Long>(Counter.class);
        pages.keySet().forEach(counter -> zeros.put(counter, 0L));
        return new Counters(zeros);
    }

    /** Those of these counters alone. */
    Counters only(Collection<Counter> asked) {
        var kept = new EnumMap<Counter, Long>(Counter.class);
        kept.putAll(pages);
        kept.keySet().retainAll(asked);
        return new Counters(kept);
    }

    /** Whether any counter would run backwards from these to those. */
    boolean anyAbove(Counters later) {
        return pages.entrySet().stream().anyMatch(counter -> {
            var then = later.of(counter.getKey());
            return then != null && then < counter.getValue();
        });
    }

    /** Colour pages are among all pages. */
    boolean colourExceedsTotal() {
        var total = of(Counter.TOTAL);
        var colour = of(Counter.COLOUR);
        return total != null && colour != null && colour > total;
    }
}
