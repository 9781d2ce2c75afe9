package io.platen.device.report;

import io.platen.contracts.access.Function;
import io.platen.device.machine.DeviceCommand.RecordCommunicationTest;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody at the machine tried whether it reaches the platform (DEV-32). It may be sent again, by its own number. */
@RestController
class CommunicationTestController {

    enum Outcome {
        RECORDED,
        DUPLICATE
    }

    /** @param sequence the agent's own number of tests, strictly forward for each machine */
    record CommunicationTest(
            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String serialNumber,

            @NotNull @PositiveOrZero Long sequence,
            @NotNull Instant observedAt,
            @NotNull Boolean passed,

            @Size(max = 200) @Pattern(regexp = PlainText.REGEX) @Nullable
            String detail) {}

    record CommunicationTestAnswer(Outcome result) {}

    private final LastReports machines;
    private final AgentCommands commands;
    private final Clock clock;

    CommunicationTestController(LastReports machines, AgentCommands commands, Clock clock) {
        this.machines = machines;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/agent/communication-tests")
    @RequiresFunction(Function.AGENT_REPORT)
    CommunicationTestAnswer record(Caller caller, @Valid @RequestBody CommunicationTest test) {
        var account = caller.agentAccount();
        if (account == null) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var agent = ReportController.agentOf(caller);
        var key = LastReports.key(test.serialNumber());
        var found = machines.of(account, agent, Set.of(key)).get(key);
        if (found == null || found.size() != 1) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        var command = new RecordCommunicationTest(
                found.getFirst().deviceId(), agent, test.sequence(), observed(test), test.passed(), test.detail());
        return commands.<Boolean, CommunicationTestAnswer>send(
                command,
                agent,
                account,
                recorded -> new CommunicationTestAnswer(recorded ? Outcome.RECORDED : Outcome.DUPLICATE));
    }

    private Instant observed(CommunicationTest test) {
        try {
            return AgentClock.of(null, clock.instant()).platformTime(test.observedAt());
        } catch (InvalidReport e) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("observedAt", FieldProblem.INVALID_VALUE, Map.of());
        }
    }
}
