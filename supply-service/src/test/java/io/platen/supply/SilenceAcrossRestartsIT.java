package io.platen.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that was not there when the device last spoke finds that it has fallen silent. */
@PlatenIT(properties = "platen.supply.check-interval=1h")
class SilenceAcrossRestartsIT {

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Environment environment;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theNextProcessFindsWhatFellDueInBetween() {
        var account = AccountId.random();
        var scenario = new SupplyScenario(events, jdbc);
        clock.advance(Duration.ofDays(-8));
        scenario.account(account, "NL");
        var device = scenario.device(account, true);
        scenario.communicates(device, clock.instant());
        var administrator = TestTokens.customer(UserId.random(), account, CustomerRole.ADMINISTRATOR);
        assertThat(new Http(port)
                        .put("/api/devices/" + device + "/auto-toner", administrator, SupplyScenario.LABEL)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ENABLED_ACTIVE");

        try (var next =
                AnotherInstance.of(SupplyServiceApplication.class, environment, "platen.supply.check-interval=100ms")) {
            assertThat(next.port()).isPositive();
            scenario.awaitState(device, AutoTonerState.ENABLED_INACTIVE);
        }
        assertThat(jdbc.sql("""
                        select count(*) from domain_event where aggregate_id = ? and type = 'StateChanged'
                           and payload ->> 'state' = 'ENABLED_INACTIVE'
                        """).param(device.toString()).query(Long.class).single())
                .isEqualTo(1);
    }
}
