package io.platen.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.TestTokens;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleIT
class CommandsIT {

    private final AccountId account = AccountId.random();
    private final UserId user = UserId.random();
    private final String token = TestTokens.customer(user, account, CustomerRole.ADMINISTRATOR);
    private final String tally = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void aRepeatGetsTheSameAnswerAndChangesNothing() {
        var first = add("key", 3);
        var again = add("key", 3);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("total").asInt()).isEqualTo(3);
        assertThat(first.header("Platen-Consistency")).hasValue(tally + "@0");
        assertThat(first.header("Platen-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Platen-Consistency")).hasValue(tally + "@0");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).hasValue("application/json");
        assertThat(again.header("Platen-Replayed")).hasValue("true");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void halfACharacterIsRefusedAndNoFaultOfOurs() {
        var answer = http().send(
                        "POST",
                        "/api/tallies/" + tally,
                        token,
                        "{\"by\":1,\"note\":\"\\ud800\"}",
                        "Idempotency-Key",
                        "key");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_BODY");
        assertThat(events()).isZero();
    }

    @Test
    void whoAndWhyIsStoredBesideTheEvent() {
        http().send(
                        "POST",
                        "/api/tallies/" + tally,
                        token,
                        Map.of("by", 3),
                        "Idempotency-Key",
                        "key",
                        "Platen-Correlation",
                        "trace-me");

        assertThat(jdbc.sql(
                                "select metadata ->> 'actor' as a, metadata ->> 'account' as b, metadata ->> 'correlation' as c"
                                        + " from domain_event where aggregate_id = ?")
                        .param(tally)
                        .query()
                        .singleRow()
                        .values())
                .containsExactlyInAnyOrder(user.toString(), account.toString(), "trace-me");
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        add("key", 3);

        var other = add("key", 4);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(events()).isEqualTo(1);
        assertThat(add("key", 3).status()).isEqualTo(201);
    }

    @Test
    void theKeyOfAnotherCallerIsAnotherKey() {
        add("key", 3);
        var other = TestTokens.customer(UserId.random(), account, CustomerRole.ADMINISTRATOR);

        var answer = http().send("POST", "/api/tallies/" + tally, other, Map.of("by", 3), "Idempotency-Key", "key");

        assertThat(answer.json().path("total").asInt()).isEqualTo(6);
    }

    @Test
    void aRefusalIsTheStoredAnswerEvenWhenItWouldNowSucceed() {
        var rejected = meters.counter("platen.rejections", "code", "TALLY_FULL");
        var before = rejected.count();

        var refused = add("key", 101);
        var again = add("key", 101);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("TALLY_FULL");
        assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.json().path("total").asInt()).isZero();
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("by");
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(again.header("Content-Type")).hasValue("application/problem+json");
        assertThat(again.header("Platen-Replayed")).hasValue("true");
        assertThat(events()).isZero();
        assertThat(rejected.count()).isEqualTo(before + 1);
    }

    @Test
    void repeatsAtTheSameMomentHaveOneEffect() throws Exception {
        var calls = IntStream.range(0, 8)
                .<Callable<Http.Answer>>mapToObj(i -> () -> add("key", 2))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Http.Answer>();
            for (var call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.json().path("total").asInt()).isEqualTo(2);
            });
            assertThat(answers.stream().filter(a -> a.header("Platen-Replayed").isEmpty()))
                    .hasSize(1);
        }
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void differentCommandsAtTheSameMomentAllHaveTheirEffect() throws Exception {
        var calls = IntStream.range(0, 8)
                .<Callable<Http.Answer>>mapToObj(i -> () -> add("key-" + i, 1))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().status()).isEqualTo(201);
            }
        }
        assertThat(events()).isEqualTo(8);
    }

    @Test
    void aCommandWithoutAKeyIsRefused() {
        var answer = http().send("POST", "/api/tallies/" + tally, token, Map.of("by", 1));
        var tooLong = add("k".repeat(101), 1);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.code()).isEqualTo("VALIDATION_FAILED");
    }

    private Http.Answer add(String key, int by) {
        return http().send("POST", "/api/tallies/" + tally, token, Map.of("by", by), "Idempotency-Key", key);
    }

    private long events() {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(tally)
                .query(Long.class)
                .single();
    }

    private Http http() {
        return new Http(port);
    }
}
