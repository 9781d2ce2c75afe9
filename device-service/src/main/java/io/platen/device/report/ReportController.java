package io.platen.device.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.AgentId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where device agents report. Each report stands for itself and may be sent again (DEV-28). */
@RestController
class ReportController {

    enum Verdict {
        ACCEPTED,
        DUPLICATE,
        UNKNOWN_DEVICE,
        INVALID
    }

    /** @param lastSequence of a duplicate: the highest number that is known, for an agent that lost its memory */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            long sequence,
            Verdict result,
            @Nullable String detail,
            @Nullable Long lastSequence) {

        Result(long sequence, Verdict result, @Nullable String detail) {
            this(sequence, result, detail, null);
        }
    }

    /** @param results one for each report, in their order */
    record Results(List<Result> results) {}

    private final ReportIntake intake;
    private final HealthIntake healths;
    private final Clock clock;

    ReportController(ReportIntake intake, HealthIntake healths, Clock clock) {
        this.intake = intake;
        this.healths = healths;
        this.clock = clock;
    }

    @PostMapping("/api/agent/reports")
    @RequiresFunction(Function.AGENT_REPORT)
    Results report(Caller caller, @Valid @RequestBody ReportBatch batch) {
        var account = caller.agentAccount();
        if (account == null) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var agent = agentOf(caller);
        var state = batch.agent();
        var now = clock.instant();
        var results =
                intake.take(batch.reports(), AgentClock.of(state == null ? null : state.sentAt(), now), agent, account);
        if (state != null) {
            healths.take(state, batch.reports().size(), agent, account, now);
        }
        return new Results(results);
    }

    /** identity-service gives an agent its id as client id; any other name still stands for one agent. */
    static AgentId agentOf(Caller caller) {
        try {
            return AgentId.of(caller.subject());
        } catch (IllegalArgumentException e) {
            return new AgentId(UUID.nameUUIDFromBytes(caller.subject().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
