package io.platen.agent.report;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import io.platen.agent.printer.Supply;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One report on one printer, as the platform takes it ({@code POST /api/agent/reports}).
 *
 * @param sequence strictly forward per serial number
 * @param low colours that are low now
 * @param replaced colours whose cartridge is new since the report before
 */
public record Report(
        long sequence,
        Instant observedAt,
        String serialNumber,
        String manufacturer,
        String model,
        Counters counters,
        List<Supply> supplies,
        Set<Colour> low,
        Set<Colour> replaced,
        List<String> alerts) {

    Report withSequence(long number) {
        return new Report(
                number, observedAt, serialNumber, manufacturer, model, counters, supplies, low, replaced, alerts);
    }

    Report sharing(Report before) {
        return new Report(
                sequence,
                observedAt,
                before.serialNumber,
                same(manufacturer, before.manufacturer),
                same(model, before.model),
                same(counters, before.counters),
                same(supplies, before.supplies),
                same(low, before.low),
                same(replaced, before.replaced),
                same(alerts, before.alerts));
    }

    private static <T> T same(T now, T before) {
        return now.equals(before) ? before : now;
    }

    Report withNews(Counters pages, Set<Colour> lowColours, Set<Colour> replacedColours, List<String> allAlerts) {
        return new Report(
                sequence,
                observedAt,
                serialNumber,
                manufacturer,
                model,
                pages,
                supplies,
                lowColours,
                replacedColours,
                allAlerts);
    }
}
