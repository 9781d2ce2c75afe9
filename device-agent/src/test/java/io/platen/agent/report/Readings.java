package io.platen.agent.report;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.printer.Supply;
import io.platen.agent.printer.SupplyKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readings as a test needs them. */
final class Readings {

    private Readings() {}

    static PrinterReading routine(String serial) {
        return reading(serial, null, Level.measured(50), Set.of(), Set.of(), List.of());
    }

    static PrinterReading counting(String serial, long pages) {
        return reading(serial, pages, Level.measured(50), Set.of(), Set.of(), List.of());
    }

    static PrinterReading alerting(String serial, String alert) {
        return reading(serial, null, Level.measured(50), Set.of(), Set.of(), List.of(alert));
    }

    static PrinterReading cyan(Level level) {
        return reading("SER-1", null, level, Set.of(), Set.of(), List.of());
    }

    static PrinterReading reading(
            String serial, @Nullable Long total, Level cyan, Set<Colour> low, Set<Colour> empty, List<String> alerts) {
        return new PrinterReading(
                serial,
                "Tester",
                "Tester One",
                total,
                new Counters(total, null, null),
                List.of(new Supply(1, SupplyKind.TONER, Colour.CYAN, "Cyan", cyan)),
                low,
                empty,
                alerts,
                List.of(),
                true);
    }
}
