package io.platen.device.report;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.ReportOutcome;
import io.platen.device.report.ReportBatch.Report;
import io.platen.device.report.ReportController.Result;
import io.platen.device.report.ReportController.Verdict;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Takes one report after the other, each in a transaction of its own. */
@Component
class ReportIntake {

    private static final int TRIES = 5;

    private final Devices devices;
    private final CommandGateway commands;
    private final JsonMapper json;
    private final Clock clock;

    ReportIntake(Devices devices, CommandGateway commands, JsonMapper json, Clock clock) {
        this.devices = devices;
        this.commands = commands;
        this.json = json;
        this.clock = clock;
    }

    Result take(JsonNode node, AgentId agent, AccountId account) {
        try {
            var report = CheckedReport.of(read(node), clock.instant());
            var device = find(account, report);
            if (device.isEmpty()) {
                return new Result(
                        report.sequence(),
                        Verdict.UNKNOWN_DEVICE,
                        "no device of the account has the serial number " + report.serialNumber());
            }
            var outcome = record(report.of(device.get().deviceId(), agent), account);
            return new Result(
                    report.sequence(),
                    switch (outcome) {
                        case ACCEPTED -> Verdict.ACCEPTED;
                        case DUPLICATE -> Verdict.DUPLICATE;
                    },
                    null);
        } catch (InvalidReport e) {
            return new Result(sequenceOf(node), Verdict.INVALID, e.detail());
        }
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
    private Optional<KnownDevice> find(AccountId account, CheckedReport report) {
        var found = devices.withSerial(account, report.serialNumber());
        return found.size() <= 1
                ? found.stream().findFirst()
                : found.stream()
                        .filter(device -> device.model().equalsIgnoreCase(report.model()))
                        .findFirst();
    }

    private ReportOutcome record(RecordReport report, AccountId account) {
        var message = GenericCommandMessage.asCommandMessage(report)
                .withMetaData(Map.of(
                        MetadataKeys.ACTOR, report.agentId().toString(),
                        MetadataKeys.ACCOUNT, account.toString(),
                        MetadataKeys.CORRELATION, Correlation.current()));
        for (int attempt = 1; ; attempt++) {
            try {
                return commands.sendAndWait(message);
            } catch (ConcurrencyException e) {
                if (attempt == TRIES) {
                    throw Rejected.of(CommonProblem.CONCURRENT_CHANGE);
                }
            }
        }
    }
}
