package io.platen.device.machine;

import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AgentId;
import io.platen.device.machine.DeviceCommand.RecordCommunicationTest;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.DeviceEvent.AlertsReported;
import io.platen.device.machine.DeviceEvent.CartridgeReplaced;
import io.platen.device.machine.DeviceEvent.CommunicationReceived;
import io.platen.device.machine.DeviceEvent.CommunicationTestFailed;
import io.platen.device.machine.DeviceEvent.CommunicationTestPassed;
import io.platen.device.machine.DeviceEvent.CountersReported;
import io.platen.device.machine.DeviceEvent.SuppliesReported;
import io.platen.device.machine.DeviceEvent.TonerRanLow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the machine told last, and what of a further report is news.
 *
 * @param sequences the last number of each agent, by agent id
 * @param tests the last number of each agent's communication tests
 * @param lookedAt when the newest report was observed; a test moves {@code communicatedAt} alone
 * @param measured the last figure of each supply by its index; what the printer cannot tell today leaves it
 * @param low colours with an open low mark
 * @param alerts what the machine complained of
 */
record LastReported(
        Map<String, Long> sequences,
        Map<String, Long> tests,
        @Nullable Instant communicatedAt,
        @Nullable Instant lookedAt,
        @Nullable Instant announcedAt,
        @Nullable Instant countersAt,
        List<SupplyLevel> supplies,
        Map<Integer, Integer> measured,
        Set<TonerColour> low,
        List<String> alerts) {

    static final LastReported NOTHING =
            new LastReported(Map.of(), Map.of(), null, null, null, null, List.of(), Map.of(), Set.of(), List.of());

    /** A smaller rise is a shaken cartridge. */
    private static final int REPLACED_BY_MORE_THAN = 20;

    boolean hasSeen(RecordReport report) {
        var last = sequences.get(report.agentId().toString());
        return last != null && report.sequence() <= last;
    }

    /** @param reportedAt of a report that brought nothing new */
    @Nullable
    Instant lastHeard(@Nullable Instant reportedAt) {
        return reportedAt == null ? communicatedAt : later(communicatedAt, reportedAt);
    }

    boolean hasSeen(RecordCommunicationTest test) {
        var last = tests.get(test.agentId().toString());
        return last != null && test.sequence() <= last;
    }

    ReportOutcome outcome(AgentId agent, boolean accepted) {
        return new ReportOutcome(accepted, sequences.getOrDefault(agent.toString(), -1L), announcedAt, countersAt);
    }

    /** One that passed is told as a communication too; it takes no number from the reports. */
    List<DeviceEvent> newsIn(RecordCommunicationTest test) {
        if (!test.passed()) {
            return List.of(new CommunicationTestFailed(
                    test.deviceId(), test.agentId(), test.sequence(), test.observedAt(), test.detail()));
        }
        var passed = new CommunicationTestPassed(test.deviceId(), test.agentId(), test.sequence(), test.observedAt());
        var number = sequences.getOrDefault(test.agentId().toString(), -1L);
        return communicatedAt != null && test.observedAt().isBefore(communicatedAt)
                ? List.of(passed)
                : List.of(
                        passed,
                        new CommunicationReceived(test.deviceId(), test.agentId(), number, test.observedAt(), true));
    }

    /** Not older than what is known. */
    boolean isNews(Instant observedAt) {
        return communicatedAt == null || !observedAt.isBefore(communicatedAt);
    }

    /**
     * The communication always; the rest only where it is newer than what is known, and different.
     *
     * @param awaited whether others wait for the device to be heard
     */
    List<DeviceEvent> newsIn(RecordReport report, ReportingRules rules, boolean awaited) {
        if (lookedAt != null && report.observedAt().isBefore(lookedAt)) {
            return List.of(communication(report, false));
        }
        var news = new ArrayList<DeviceEvent>();
        if (!report.counters().isEmpty() && elapsed(countersAt, report, rules.counterInterval())) {
            news.add(new CountersReported(report.deviceId(), report.counters(), report.observedAt()));
        }
        var levels = byIndex(report.supplies());
        if (!levels.isEmpty() && !levels.equals(supplies)) {
            news.add(new SuppliesReported(report.deviceId(), levels, report.observedAt()));
        }
        var replaced = replacedIn(report);
        for (var colour : replaced) {
            news.add(new CartridgeReplaced(report.deviceId(), colour, report.observedAt()));
        }
        for (var colour : sorted(report.low())) {
            if (!low.contains(colour) || replaced.contains(colour)) {
                news.add(new TonerRanLow(
                        report.deviceId(), colour, percentOf(colour, report.supplies()), report.observedAt()));
            }
        }
        if (!Set.copyOf(report.alerts()).equals(Set.copyOf(alerts))) { // in whatever order
            news.add(new AlertsReported(report.deviceId(), report.alerts(), report.observedAt()));
        }
        boolean announce = awaited || !news.isEmpty() || elapsed(announcedAt, report, rules.announceInterval());
        news.addFirst(communication(report, announce));
        return news;
    }

    private static CommunicationReceived communication(RecordReport report, boolean announced) {
        return new CommunicationReceived(
                report.deviceId(), report.agentId(), report.sequence(), report.observedAt(), announced);
    }

    private static boolean elapsed(@Nullable Instant since, RecordReport report, Duration interval) {
        return since == null || !report.observedAt().isBefore(since.plus(interval));
    }

    private Set<TonerColour> replacedIn(RecordReport report) {
        var replaced = sorted(report.replaced());
        for (var supply : report.supplies()) {
            var before = measured.get(supply.index());
            if (supply.colour() != null
                    && marks(supply)
                    && supply.percent() != null
                    && before != null
                    && supply.percent() - before > REPLACED_BY_MORE_THAN) {
                replaced.add(supply.colour());
            }
        }
        return replaced;
    }

    /** The lowest, where a colour has several cartridges. */
    private static @Nullable Integer percentOf(TonerColour colour, List<SupplyLevel> supplies) {
        return supplies.stream()
                .filter(supply -> supply.colour() == colour && marks(supply))
                .map(SupplyLevel::percent)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean marks(SupplyLevel supply) {
        return supply.kind() == SupplyKind.TONER || supply.kind() == SupplyKind.INK;
    }

    private static EnumSet<TonerColour> sorted(Set<TonerColour> colours) {
        var sorted = EnumSet.noneOf(TonerColour.class);
        sorted.addAll(colours);
        return sorted;
    }

    private static List<SupplyLevel> byIndex(List<SupplyLevel> supplies) {
        return supplies.stream()
                .sorted(Comparator.comparingInt(SupplyLevel::index))
                .toList();
    }

    LastReported after(CommunicationReceived event) {
        var agent = event.agentId().toString();
        boolean report = event.sequence() > sequences.getOrDefault(agent, -1L);
        return new LastReported(
                report ? with(sequences, agent, event.sequence()) : sequences,
                tests,
                later(communicatedAt, event.observedAt()),
                report ? later(lookedAt, event.observedAt()) : lookedAt,
                event.announced() ? event.observedAt() : announcedAt,
                countersAt,
                supplies,
                measured,
                low,
                alerts);
    }

    LastReported afterTest(AgentId agent, long number) {
        return new LastReported(
                sequences,
                with(tests, agent.toString(), number),
                communicatedAt,
                lookedAt,
                announcedAt,
                countersAt,
                supplies,
                measured,
                low,
                alerts);
    }

    LastReported after(AlertsReported event) {
        return new LastReported(
                sequences,
                tests,
                communicatedAt,
                lookedAt,
                announcedAt,
                countersAt,
                supplies,
                measured,
                low,
                event.alerts());
    }

    private static Map<String, Long> with(Map<String, Long> numbers, String agent, long number) {
        var forward = new HashMap<>(numbers);
        forward.merge(agent, number, Math::max);
        return Map.copyOf(forward);
    }

    private static Instant later(@Nullable Instant known, Instant now) {
        return known != null && known.isAfter(now) ? known : now;
    }

    LastReported after(CountersReported event) {
        return new LastReported(
                sequences,
                tests,
                communicatedAt,
                lookedAt,
                announcedAt,
                event.observedAt(),
                supplies,
                measured,
                low,
                alerts);
    }

    LastReported after(SuppliesReported event) {
        var figures = new HashMap<>(measured);
        for (var supply : event.supplies()) {
            if (supply.percent() != null) {
                figures.put(supply.index(), supply.percent());
            }
        }
        return new LastReported(
                sequences,
                tests,
                communicatedAt,
                lookedAt,
                announcedAt,
                countersAt,
                event.supplies(),
                Map.copyOf(figures),
                low,
                alerts);
    }

    LastReported after(CartridgeReplaced event) {
        var left = sorted(low);
        left.remove(event.colour());
        return withLow(left);
    }

    LastReported after(TonerRanLow event) {
        var more = sorted(low);
        more.add(event.colour());
        return withLow(more);
    }

    private LastReported withLow(Set<TonerColour> colours) {
        return new LastReported(
                sequences,
                tests,
                communicatedAt,
                lookedAt,
                announcedAt,
                countersAt,
                supplies,
                measured,
                Set.copyOf(colours),
                alerts);
    }
}
