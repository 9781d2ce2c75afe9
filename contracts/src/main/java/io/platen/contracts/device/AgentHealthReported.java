package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import java.time.Instant;

/**
 * How a device agent is; told when it is first heard, started anew, has another version or another state, and now and
 * then besides.
 *
 * @param bufferedReports what waits behind the reports that came with it
 * @param droppedReports thrown away for lack of room since its memory began
 * @param printersFound how many printers it looks after
 * @param printersSilent how many of them do not answer
 * @param heardAt by the platform's clock
 */
public record AgentHealthReported(
        AgentId agentId,
        AccountId accountId,
        String version,
        AgentState state,
        Instant startedAt,
        int bufferedReports,
        long droppedReports,
        int printersFound,
        int printersSilent,
        Instant heardAt)
        implements DeviceEvent {}
