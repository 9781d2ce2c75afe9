package io.platen.agent.printer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one printer said at one time.
 *
 * @param serialNumber absent where the printer has none worth the name; it cannot be reported then
 * @param lifeCount pages by the standard (prtMarkerLifeCount); the maker's own total may differ
 * @param low colours said to be low or empty by an alert of the printer
 * @param empty those of them said to be empty
 * @param faults what was wrong with its answers, for the agent's health
 * @param complete whether it answered all that was asked, if only with nonsense
 */
public record PrinterReading(
        @Nullable String serialNumber,
        String manufacturer,
        String model,
        @Nullable Long lifeCount,
        Counters counters,
        List<Supply> supplies,
        Set<Colour> low,
        Set<Colour> empty,
        List<String> alerts,
        List<String> faults,
        boolean complete) {}
