package io.platen.meter;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.PlatenIT;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what, for devices in every scope. */
@PlatenIT
class EndpointsIT extends EndpointMatrix {

    private final DeviceId assigned = DeviceId.random();
    private final DeviceId ofTheAccount = DeviceId.random();
    private final DeviceId foreign = DeviceId.random();

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void devices() {
        var other = AccountId.random();
        events.publish(new AccountRegistered(account(), "C-1", "S-1", "Acme", "NL", "NL"), account(), 0);
        events.publish(new AccountRegistered(other, "C-2", "S-2", "Other", "PT", "PT"), other, 0);
        events.publish(new DeviceAddedToAccount(assigned, account()), assigned, 1);
        events.publish(new DeviceAddedToAccount(ofTheAccount, account()), ofTheAccount, 1);
        events.publish(new DeviceAddedToAccount(foreign, other), foreign, 1);
        var sequence = 2;
        for (var role : CustomerRole.values()) {
            events.publish(new DeviceAssigned(assigned, account(), user(role)), assigned, sequence++);
        }
        var people = CustomerRole.values().length;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("access_device") == 3
                        && count("access_account") == 2
                        && count("access_assignment") == people);
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return Map.of(
                "assigned", Map.of("deviceId", assigned.toString()),
                "account", Map.of("deviceId", ofTheAccount.toString()),
                "foreign", Map.of("deviceId", foreign.toString()),
                "unknown", Map.of());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
