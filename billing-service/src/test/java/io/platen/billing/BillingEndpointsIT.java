package io.platen.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may put contracts into force and invoice them: of the own region, of another one, and of none. */
@PlatenIT
class BillingEndpointsIT extends EndpointMatrix {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    private final AccountId abroad = AccountId.random();
    private String ownContract = "";
    private String foreignContract = "";

    @BeforeEach
    void contracts() {
        ownContract = contract(account(), "NL");
        foreignContract = contract(abroad, "PT");
    }

    private String contract(AccountId account, String region) {
        var scenario = new BillingScenario(events, jdbc);
        scenario.account(account, region);
        var number = "C-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = new Http(port)
                .post(
                        "/api/contracts",
                        TestTokens.staff(StaffRole.BILLING_CLERK),
                        body(number, account, scenario.device(account)));
        assertThat(answer.status()).isEqualTo(201);
        return number;
    }

    private static String body(String number, AccountId account, DeviceId device) {
        return """
                {"number":"%s","accountId":"%s","deviceIds":["%s"],"start":"2026-01-01","end":"2026-12-31",
                 "maintenance":true,"supplies":true,"currency":"EUR","rates":{"total":"0.0125"}}
                """.formatted(number, account, device);
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return Map.of(
                "foreign", Map.of("number", foreignContract, "account", abroad.toString()),
                "own", Map.of("number", ownContract, "account", account().toString()),
                "unknown", Map.of("account", AccountId.random().toString()));
    }

    @Override
    protected String body(String method, String path, Map<String, String> scope) {
        if (path.endsWith("/end")) {
            return "{\"endedOn\":\"2026-06-30\",\"reason\":\"Moved away\"}";
        }
        return path.endsWith("/usage-invoices")
                ? "{\"from\":\"2026-01-01\",\"until\":\"2026-01-31\"}"
                : body("C-1", AccountId.of(scope.getOrDefault("account", "")), DeviceId.random());
    }
}
