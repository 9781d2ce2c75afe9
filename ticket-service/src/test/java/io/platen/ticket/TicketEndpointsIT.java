package io.platen.ticket;

import static io.platen.ticket.TicketScenario.QUESTION;
import static io.platen.ticket.TicketScenario.incident;
import static io.platen.ticket.TicketScenario.referenceOf;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what with which ticket. What is refused by the ticket itself counts as let in. */
@PlatenIT
class TicketEndpointsIT extends EndpointMatrix {

    private static final String ENGINEER =
            TestTokens.staffUser(StaffRole.SERVICE_ENGINEER).toString();
    private static final String SPECIALIST =
            TestTokens.staffUser(StaffRole.CONTACT_CENTRE).toString();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Map<String, Map<String, String>> scopes = Map.of();

    @BeforeEach
    void tickets() {
        var scenario = new TicketScenario(events, jdbc);
        var elsewhere = AccountId.random();
        scenario.account(account(), "NL");
        scenario.account(elsewhere, "PT");
        for (var role : StaffRole.values()) {
            scenario.staff(TestTokens.staffUser(role), role, "NL");
        }
        var everybody =
                Arrays.stream(CustomerRole.values()).map(EndpointMatrix::user).toArray(UserId[]::new);
        var colleague = UserId.random();
        var assigned = scenario.device(account(), everybody);
        var unassigned = scenario.device(account());
        var foreign = scenario.device(elsewhere);
        var administrator = TestTokens.customer(colleague, account(), CustomerRole.ADMINISTRATOR);
        var stranger = TestTokens.customer(UserId.random(), elsewhere, CustomerRole.ADMINISTRATOR);
        var stockManager = TestTokens.customer(user(CustomerRole.STOCK_MANAGER), account(), CustomerRole.STOCK_MANAGER);

        var dispatched = open(administrator, incident(unassigned));
        step(dispatched, "priority", StaffRole.CONTACT_CENTRE);
        step(dispatched, "dispatch", StaffRole.DISPATCH_PLANNER);
        scopes = Map.of(
                "account", scope(open(administrator, incident(unassigned)), unassigned),
                "assigned", scope(open(administrator, incident(assigned)), assigned),
                "dispatched", scope(dispatched, unassigned),
                "foreign", scope(open(stranger, incident(foreign)), foreign),
                "ofStockManager", scope(open(stockManager, QUESTION), assigned),
                "unknown", Map.of());
    }

    private String open(String token, String body) {
        return referenceOf(new Http(port).post("/api/tickets", token, body));
    }

    private void step(String reference, String step, StaffRole role) {
        var path = "/api/tickets/" + reference + "/" + step;
        var answer = new Http(port).post(path, TestTokens.staff(role, "NL"), body("POST", path));
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(200);
    }

    private static Map<String, String> scope(String reference, DeviceId device) {
        return Map.of("reference", reference, "deviceId", device.toString());
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return scopes;
    }

    @Override
    protected String body(String method, String path, Map<String, String> scope) {
        return path.endsWith("/tickets")
                ? incident(DeviceId.of(
                        scope.getOrDefault("deviceId", DeviceId.random().toString())))
                : body(method, path);
    }

    @Override
    protected String body(String method, String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "priority" -> "{\"businessCritical\":true,\"workaround\":true}";
            case "assignment" -> "{\"specialistId\":\"" + SPECIALIST + "\"}";
            case "dispatch" ->
                "{\"engineerId\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                        .formatted(
                                ENGINEER,
                                clock.instant().plus(Duration.ofHours(1)),
                                clock.instant().plus(Duration.ofHours(2)));
            case "resolution" -> "{\"resolution\":\"Done.\"}";
            case "comments" -> "{\"text\":\"Hello\"}";
            default -> "{}";
        };
    }
}
