package io.platen.device.report;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.device.agent.AgentCommand.RecordHealth;
import io.platen.device.report.ReportBatch.AgentState;
import io.platen.platform.problem.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes what an agent says of itself. It is no reason to refuse the reports that came with it. */
@Component
class HealthIntake {

    private static final Logger LOG = LoggerFactory.getLogger(HealthIntake.class);

    private final AgentCommands commands;

    HealthIntake(AgentCommands commands) {
        this.commands = commands;
    }

    /** @param delivered how many of the buffered reports came with it */
    void take(AgentState state, int delivered, AgentId agent, AccountId account, Instant now) {
        var command = new RecordHealth(
                agent,
                account,
                Objects.requireNonNullElse(state.version(), ""),
                // by the agent's own clock, which may tell any time; it serves to see a start from another
                Objects.requireNonNullElse(state.startedAt(), Instant.EPOCH).truncatedTo(ChronoUnit.MILLIS),
                Math.max(0, Objects.requireNonNullElse(state.bufferedReports(), 0) - delivered),
                Objects.requireNonNullElse(state.droppedReports(), 0L),
                Objects.requireNonNullElse(state.printersFound(), 0),
                Objects.requireNonNullElse(state.printersSilent(), 0),
                now.truncatedTo(ChronoUnit.MILLIS));
        try {
            commands.<Object, Object>send(command, agent, account, done -> done);
        } catch (Rejected rejected) {
            LOG.info("The health of agent {} was not taken this time: {}", agent, rejected.code());
        }
    }
}
