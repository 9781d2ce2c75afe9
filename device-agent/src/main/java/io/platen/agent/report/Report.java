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
        List<String> alerts) {}
