package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.AgentShapes.Agent;
import io.platen.gateway.read.AgentShapes.AgentPage;
import io.platen.gateway.read.Shapes.AccountRef;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The device agents and how they are, for whoever answers for the machines of an account: its Administrator, the contact
 * centre of its region, the web administrator.
 */
@RestController
class AgentController {

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "g.name", "account", "a.name", "lastHeard", "h.heard_at", "printersSilent", "h.printers_silent");
    private static final String FROM = """
         from view_agent g join view_account a on a.account_id = g.account_id
         left join view_agent_health h on h.agent_id = g.agent_id
        """;
    private static final String LONGEST_UNHEARD_FIRST = "h.heard_at asc nulls first, g.name, g.agent_id";

    /** An agent is told of every half hour at least. */
    private static final Duration SILENT_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    AgentController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/agents")
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.DEVICE_REMOVE})
    AgentPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE, LONGEST_UNHEARD_FIRST);
        var filter = Filter.agents(caller);
        if (q != null) {
            filter.words(
                    q,
                    "g.name ilike ?",
                    "a.name ilike ?",
                    "a.customer_account_number ilike ?",
                    "a.system_account_number ilike ?");
        }
        var mark = Mark.of(response);
        var total = filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
        var items = filter.on(
                        jdbc,
                        "select g.agent_id, g.name as agent_name, a.account_id, a.name, a.customer_account_number,"
                                + " a.system_account_number, h.*" + FROM + filter.where() + part.sql())
                .query(this::agent)
                .list();
        return new AgentPage(items, part.number(), part.size(), total, mark.asOf(), mark.position());
    }

    private Agent agent(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp heard = row.getTimestamp("heard_at");
        @Nullable Timestamp started = row.getTimestamp("started_at");
        return new Agent(
                row.getObject("agent_id", UUID.class),
                row.getString("agent_name"),
                new AccountRef(
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        row.getString("customer_account_number"),
                        row.getString("system_account_number")),
                row.getString("version"),
                row.getString("state"),
                started == null ? null : started.toInstant(),
                heard == null ? null : heard.toInstant(),
                heard == null || heard.toInstant().isBefore(clock.instant().minus(SILENT_AFTER)),
                row.getInt("buffered_reports"),
                row.getLong("dropped_reports"),
                row.getInt("printers_found"),
                row.getInt("printers_silent"));
    }
}
