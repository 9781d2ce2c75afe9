package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is billed: the counters as the machine shows them, going on where one was replaced, set back or began again
 * (BEY-12).
 *
 * @param ahead by how many pages a counter's billing meter is ahead of what the machine shows
 */
record BillingMeter(Map<Counter, Long> ahead) {

    static final BillingMeter AS_SHOWN = new BillingMeter(Map.of());

    BillingMeter {
        var inOrder = new EnumMap<Counter, Long>(Counter.class);
        inOrder.putAll(ahead);
        inOrder.values().removeIf(pages -> pages == 0);
        ahead = Collections.unmodifiableMap(inOrder);
    }

    Counters of(Counters shown) {
        return moved(shown, 1);
    }

    /** What the machine shows where its billing meter stands there. */
    Counters shown(Counters billed) {
        return moved(billed, -1);
    }

    /** Null where nothing but what the machine shows is billed. */
    @Nullable
    Counters unlessShown(Counters shown) {
        return ahead.isEmpty() ? null : of(shown);
    }

    long of(Counter counter, long shown) {
        return shown + ahead.getOrDefault(counter, 0L);
    }

    /** From now on the machine shows {@code after} where it showed {@code before}. */
    BillingMeter reset(Counters before, Counters after) {
        var further = new EnumMap<Counter, Long>(Counter.class);
        further.putAll(ahead);
        before.pages().forEach((counter, pages) -> {
            var now = after.of(counter);
            if (now != null) {
                further.merge(counter, pages - now, Long::sum);
            }
        });
        return new BillingMeter(further);
    }

    private Counters moved(Counters counters, int direction) {
        var moved = new EnumMap<Counter, Long>(Counter.class);
        counters.pages()
                .forEach((counter, pages) -> moved.put(counter, pages + direction * ahead.getOrDefault(counter, 0L)));
        return new Counters(moved);
    }
}
