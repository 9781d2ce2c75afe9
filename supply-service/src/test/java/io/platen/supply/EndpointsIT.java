package io.platen.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what, with a device that everybody of the account looks after, with another one, and abroad. */
@PlatenIT
class EndpointsIT extends EndpointMatrix {

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    private Map<String, Map<String, String>> scopes = Map.of();

    @BeforeEach
    void devicesWithOrders() {
        var scenario = new SupplyScenario(events, jdbc);
        var other = AccountId.random();
        scenario.account(account(), "NL");
        scenario.account(other, "PT");
        var everybody =
                Stream.of(CustomerRole.values()).map(EndpointMatrix::user).toArray(UserId[]::new);
        scopes = Map.of(
                "assigned", withOrder(scenario, scenario.device(account(), true, everybody)),
                "account", withOrder(scenario, scenario.device(account(), true)),
                "foreign", withOrder(scenario, scenario.device(other, true)),
                "unknown", Map.of());
    }

    private Map<String, String> withOrder(SupplyScenario scenario, DeviceId device) {
        scenario.communicates(device, Instant.now());
        var answer = new Http(port)
                .put(
                        "/api/devices/" + device + "/auto-toner",
                        TestTokens.staff(StaffRole.WEB_ADMINISTRATOR),
                        SupplyScenario.LABEL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        scenario.runsLow(device, TonerColour.BLACK, Instant.now());
        var order = scenario.awaitOrder(device, 1).orderId();
        return Map.of("deviceId", device.toString(), "orderId", order.toString());
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return scopes;
    }
}
