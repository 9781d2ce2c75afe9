package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.DeviceAlertsReported;
import org.springframework.stereotype.Component;

/** The agents' own part of the view, and what machines complain of. */
@Component
class AgentProjection {

    private final Statements rows;

    AgentProjection(Statements rows) {
        this.rows = rows;
    }

    void on(AgentHealthReported health) {
        rows.run(
                """
                insert into view_agent_health (agent_id, version, state, started_at, buffered_reports, dropped_reports,
                    printers_found, printers_silent, heard_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agent_id) do update set version = excluded.version, state = excluded.state,
                    started_at = excluded.started_at, buffered_reports = excluded.buffered_reports,
                    dropped_reports = excluded.dropped_reports, printers_found = excluded.printers_found,
                    printers_silent = excluded.printers_silent, heard_at = excluded.heard_at
                """,
                health.agentId().value(),
                health.version(),
                health.state().name(),
                at(health.startedAt()),
                health.bufferedReports(),
                health.droppedReports(),
                health.printersFound(),
                health.printersSilent(),
                at(health.heardAt()));
    }

    void on(DeviceAlertsReported reported) {
        rows.run("""
            insert into view_alert (device_id, alerts, observed_at) values (?, ?, ?)
            on conflict (device_id) do update set alerts = excluded.alerts, observed_at = excluded.observed_at
            """, reported.deviceId().value(), reported.alerts().toArray(String[]::new), at(reported.observedAt()));
    }
}
