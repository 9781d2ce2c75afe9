package io.platen.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contract is told to have ended when its last day is over where the customer is, once, whoever was there to see it. */
@PlatenIT(properties = "platen.billing.check-interval=1h")
class ContractsEndByTheCalendarIT {

    private static final String CLERK = TestTokens.staff(StaffRole.BILLING_CLERK);

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

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void everyContractOnceAndByTheDayOfItsRegion() {
        clock.set(Instant.parse("2026-12-01T09:00:00Z"));
        var dutch = contract("NL", "2026-12-31");
        var portuguese = contract("PT", "2026-12-31");
        var longer = contract("NL", "2027-01-01");
        // midnight has passed in Amsterdam, and not in Lisbon; nobody was there when it did
        var inBetween = Instant.parse("2026-12-31T23:30:00Z");
        var often = "platen.billing.check-interval=50ms";

        try (var one = AnotherInstance.of(BillingServiceApplication.class, environment, often);
                var two = AnotherInstance.of(BillingServiceApplication.class, environment, often)) {
            List.of(one, two)
                    .forEach(each -> each.context().getBean(MutableClock.class).set(inBetween));
            assertThat(ended(dutch).endedOn()).isEqualTo(LocalDate.parse("2026-12-31"));
            assertThat(ended(dutch).reason()).isNull();
            assertThat(told(portuguese) + told(longer)).isZero();

            List.of(one, two)
                    .forEach(each ->
                            each.context().getBean(MutableClock.class).set(Instant.parse("2027-01-01T00:00:01Z")));
            assertThat(ended(portuguese).endedOn()).isEqualTo(LocalDate.parse("2026-12-31"));
            assertThat(told(longer)).isZero();

            List.of(one, two)
                    .forEach(each ->
                            each.context().getBean(MutableClock.class).set(Instant.parse("2027-01-02T09:00:00Z")));
            ended(longer);
        }
        assertThat(List.of(told(dutch), told(portuguese), told(longer))).containsOnly(1L);
    }

    private String contract(String region, String lastDay) {
        var account = AccountId.random();
        var scenario = new BillingScenario(events, jdbc);
        scenario.account(account, region);
        var number = "C-" + UUID.randomUUID();
        assertThat(new Http(port)
                        .post("/api/contracts", CLERK, """
                                {"number":"%s","accountId":"%s","deviceIds":["%s"],"start":"2026-01-01","end":"%s",
                                 "maintenance":true,"supplies":true,"currency":"EUR","rates":{"total":"0.0125"}}
                                """.formatted(
                                        number, account, scenario.device(account), lastDay))
                        .status())
                .isEqualTo(201);
        return number;
    }

    private ContractEnded ended(String number) {
        return (ContractEnded) events.await(
                        Topic.BILLING,
                        received -> received.event() instanceof ContractEnded ended
                                && ended.number().equals(number))
                .event();
    }

    /** As stored, which is as told. */
    private long told(String number) {
        return jdbc.sql("select count(*) from domain_event where type = 'ContractEnded' and payload ->> 'number' = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
