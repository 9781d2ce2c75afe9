package io.platen.device.report;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.machine.ReportOutcome;
import io.platen.device.machine.ReportingRules;
import io.platen.device.report.LastReports.Machine;
import io.platen.device.report.LastReports.Mark;
import io.platen.device.report.ReportBatch.Report;
import io.platen.device.report.ReportController.Result;
import io.platen.device.report.ReportController.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one report after the other. One that says what the machine's last one said moves a row; any other goes to the
 * device, in a transaction of its own.
 */
@Component
class ReportIntake {

    private final LastReports lastReports;
    private final AgentCommands commands;
    private final ReportingRules rules;
    private final JsonMapper json;

    ReportIntake(LastReports lastReports, AgentCommands commands, ReportingRules rules, JsonMapper json) {
        this.lastReports = lastReports;
        this.commands = commands;
        this.rules = rules;
        this.json = json;
    }

    List<Result> take(List<JsonNode> nodes, AgentClock clock, AgentId agent, AccountId account) {
        var parts = new ArrayList<Part>();
        for (var node : nodes) {
            parts.add(part(node, clock));
        }
        var keys = parts.stream()
                .map(Part::report)
                .filter(Objects::nonNull)
                .map(report -> LastReports.key(report.serialNumber()))
                .collect(Collectors.toSet());
        var machines = lastReports.of(account, agent, keys);
        var marks = new HashMap<DeviceId, Mark>();
        var moved = new HashMap<DeviceId, Mark>();
        var results = new ArrayList<Result>();
        for (var part : parts) {
            var report = part.report();
            results.add(
                    report == null
                            ? part.refusal()
                            : take(report, find(machines, report), marks, moved, agent, account));
        }
        lastReports.move(agent, moved);
        return results;
    }

    /** One of the two. */
    private record Part(@Nullable CheckedReport report, Result refusal) {}

    private Part part(JsonNode node, AgentClock clock) {
        var sequence = sequenceOf(node);
        try {
            return new Part(CheckedReport.of(read(node), clock), new Result(sequence, Verdict.INVALID, null));
        } catch (InvalidReport e) {
            return new Part(null, new Result(sequence, Verdict.INVALID, e.detail()));
        }
    }

    /**
     * @param marks how far this batch has come with each machine
     * @param moved those of them that are still to be written
     */
    private Result take(
            CheckedReport report,
            Optional<Machine> found,
            Map<DeviceId, Mark> marks,
            Map<DeviceId, Mark> moved,
            AgentId agent,
            AccountId account) {
        if (found.isEmpty()) {
            return new Result(
                    report.sequence(),
                    Verdict.UNKNOWN_DEVICE,
                    "no device of the account has the serial number " + report.serialNumber());
        }
        var machine = found.get();
        var mark = marks.containsKey(machine.deviceId()) ? marks.get(machine.deviceId()) : machine.mark();
        if (mark != null && report.sequence() <= mark.sequence()) {
            return duplicate(report, mark.sequence());
        }
        if (mark != null && mark.covers(report, rules.announceInterval(), rules.counterInterval())) {
            var next = mark.after(report);
            marks.put(machine.deviceId(), next);
            moved.put(machine.deviceId(), next);
            return new Result(report.sequence(), Verdict.ACCEPTED, null);
        }
        return record(report, machine.deviceId(), marks, moved, agent, account);
    }

    private Result record(
            CheckedReport report,
            DeviceId device,
            Map<DeviceId, Mark> marks,
            Map<DeviceId, Mark> moved,
            AgentId agent,
            AccountId account) {
        return commands.<ReportOutcome, Result>send(report.of(device, agent), agent, account, outcome -> {
            if (!outcome.accepted()) {
                return duplicate(report, outcome.lastSequence());
            }
            marks.put(device, lastReports.write(device, agent, report, outcome));
            moved.remove(device);
            return new Result(report.sequence(), Verdict.ACCEPTED, null);
        });
    }

    private static Result duplicate(CheckedReport report, long lastSequence) {
        return new Result(report.sequence(), Verdict.DUPLICATE, null, lastSequence);
    }

    private Report read(JsonNode node) throws InvalidReport {
        if (!node.isObject()) {
            throw new InvalidReport("a report is an object");
        }
        try {
            return json.treeToValue(node, Report.class);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidReport("unknown field " + e.getPropertyName());
        } catch (MismatchedInputException e) {
            throw new InvalidReport("wrong value in " + pathOf(e));
        } catch (JacksonException e) {
            throw new InvalidReport("cannot be read");
        }
    }

    private static String pathOf(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static long sequenceOf(JsonNode node) {
        return node.path("sequence").asLong(-1);
    }

    /** Where models of several makers share a number, the model decides. */
    private static Optional<Machine> find(Map<String, List<Machine>> machines, CheckedReport report) {
        var found = machines.getOrDefault(LastReports.key(report.serialNumber()), List.of());
        return found.size() <= 1
                ? found.stream().findFirst()
                : found.stream()
                        .filter(machine -> machine.model().equalsIgnoreCase(report.model()))
                        .findFirst();
    }
}
