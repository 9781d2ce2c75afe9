package io.platen.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * At which address each serial number is. A printer that moved takes its number along once the old address has fallen
 * silent; of two that answer with one number only the first is reported, or their levels would make nonsense of each other.
 */
final class SerialNumbers {

    private final Map<String, PolledPrinter> holders = new HashMap<>();
    private final Consumer<PolledPrinter> movedAway;

    /** @param movedAway told of an address whose printer answers elsewhere now */
    SerialNumbers(Consumer<PolledPrinter> movedAway) {
        this.movedAway = movedAway;
    }

    /** The other printer that has the number; empty where it is this one's from now on. */
    Optional<PolledPrinter> holderBeside(String serialNumber, PolledPrinter printer) {
        PolledPrinter before;
        synchronized (holders) {
            before = holders.get(serialNumber);
            if (before != null && before != printer && before.standsFor(serialNumber)) {
                return Optional.of(before);
            }
            holders.put(serialNumber, printer);
        }
        if (before != null && before != printer) {
            movedAway.accept(before);
        }
        return Optional.empty();
    }
}
