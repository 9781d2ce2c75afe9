package io.platen.localstack.demo;

import io.platen.localstack.printers.PrinterSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model of a maker that does not exist.
 *
 * @param counterDigits after which its counters begin again; of a printer on the network only the size of the object is known
 * @param serialPrefix what the serial numbers of the fleet begin with
 */
record DemoModel(
        String manufacturer,
        String name,
        List<String> counters,
        List<String> colours,
        int ratedMonthlyPages,
        @Nullable Integer counterDigits,
        String serialPrefix) {

    private static final List<String> MONO = List.of("BLACK");
    private static final List<String> FOUR = List.of("BLACK", "CYAN", "MAGENTA", "YELLOW");
    private static final List<String> TOTAL = List.of("TOTAL");
    private static final List<String> BOTH = List.of("TOTAL", "COLOUR");

    /** The models of the fleet; the simulated printers bring theirs along, some of them the same. */
    static final List<DemoModel> FLEET = List.of(
            new DemoModel("Corvane", "Corvane 2210", TOTAL, MONO, 4_000, 7, "CV-2210-1"),
            new DemoModel("Corvane", "Corvane 7035c", BOTH, FOUR, 9_000, 7, "CV-7035C-1"),
            new DemoModel("Tavolet", "Tavolet T30c", BOTH, FOUR, 3_500, 7, "TV30C1"),
            new DemoModel("Tavolet", "Tavolet T55c Pro", BOTH, FOUR, 16_000, 8, "TV55C1"),
            new DemoModel("Brindal", "Brindal Four", TOTAL, MONO, 1_800, 6, "BR4-M-2"),
            new DemoModel("Ostrel", "Ostrel 900X", BOTH, FOUR, 24_000, 8, "OL900X1"));

    static DemoModel of(PrinterSheet printer) {
        return new DemoModel(
                printer.manufacturer(),
                printer.model(),
                printer.counters().isEmpty() ? TOTAL : printer.counters(),
                printer.tonerColours(),
                4_000,
                null,
                "");
    }

    boolean countsColour() {
        return counters.contains("COLOUR");
    }

    String key() {
        return "model/" + manufacturer + "/" + name;
    }

    Map<String, Object> registration() {
        var body = new LinkedHashMap<String, Object>();
        body.put("manufacturer", manufacturer);
        body.put("name", name);
        body.put("counters", counters);
        body.put("tonerColours", colours);
        body.put("autoTonerCapable", !colours.isEmpty());
        body.put("ratedMonthlyPages", ratedMonthlyPages);
        body.put("counterDigits", counterDigits);
        return body;
    }
}
