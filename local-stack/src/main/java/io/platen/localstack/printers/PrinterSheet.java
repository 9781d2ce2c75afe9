package io.platen.localstack.printers;

import io.platen.agent.printer.PrinterReading;
import io.platen.agent.snmp.PrinterAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is needed to register a printer's model and device with the platform.
 *
 * @param counters TOTAL, BLACK_WHITE, COLOUR, the first being the one a model must have
 * @param tonerColours BLACK, CYAN, MAGENTA, YELLOW, as far as it has them
 */
public record PrinterSheet(
        PrinterAddress address,
        String serialNumber,
        String manufacturer,
        String model,
        List<String> counters,
        List<String> tonerColours) {

    static PrinterSheet of(PrinterAddress address, PrinterReading reading) {
        var counters = new ArrayList<String>();
        if (reading.counters().total() != null) {
            counters.add("TOTAL");
        } else if (reading.counters().blackWhite() != null) {
            counters.add("BLACK_WHITE");
        }
        if (reading.counters().colour() != null) {
            counters.add("COLOUR");
        }
        var colours = reading.supplies().stream()
                .filter(supply -> supply.kind().marks())
                .map(supply -> supply.colour())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
        return new PrinterSheet(
                address,
                Objects.requireNonNullElse(reading.serialNumber(), ""),
                reading.manufacturer(),
                reading.model(),
                List.copyOf(counters),
                colours);
    }
}
