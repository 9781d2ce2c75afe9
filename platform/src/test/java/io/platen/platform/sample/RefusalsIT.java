package io.platen.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with a request, it is said as a problem and is never a fault of ours. */
@SampleIT
class RefusalsIT {

    private final String token = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);

    @LocalServerPort
    private int port;

    @Test
    void aRequestWithoutATokenIsNotSignedIn() {
        var answer = http().get("/api/me", null, "Accept-Language", "nl-NL,nl;q=0.9,en;q=0.5");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(answer.json().path("title").asString()).isEqualTo("Niet aangemeld");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:platen:problem:not-signed-in");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/me");
        assertThat(answer.json().path("correlationId").asString())
                .isEqualTo(answer.header("Platen-Correlation").orElseThrow());
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aTokenThatIsNoGoodIsNotSignedIn() {
        var caller = TestTokens.staffCaller(UserId.random(), StaffRole.WEB_ADMINISTRATOR);

        assertThat(http().get("/api/me", TestTokens.of(caller)).status()).isEqualTo(200);
        assertThat(http().get("/api/me", TestTokens.expired(caller)).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(http().get("/api/me", TestTokens.forged(caller)).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(http().get("/api/me", TestTokens.ofOtherIssuer(caller)).code())
                .isEqualTo("NOT_SIGNED_IN");
        assertThat(http().get("/api/me", "Bearer nonsense").code()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void aHandlerThatSaysNothingLetsNobodyIn() {
        assertThat(http().get("/api/forgotten", token).status()).isEqualTo(403);
        assertThat(http().get("/api/forgotten", TestTokens.staff(StaffRole.WEB_ADMINISTRATOR))
                        .status())
                .isEqualTo(403);
        assertThat(http().get("/api/forgotten", null).status()).isEqualTo(401);
    }

    @Test
    void whatIsOpenAnswersAnybody() {
        assertThat(http().get("/api/open", null).status()).isEqualTo(200);
        assertThat(http().get("/actuator/health", null).status()).isEqualTo(200);
        assertThat(http().get("/actuator/prometheus", null).status()).isEqualTo(200);
        assertThat(http().get("/actuator/env", null).status()).isEqualTo(401);
        assertThat(http().get("/actuator/env", token).status()).isEqualTo(404);
    }

    @Test
    void theDescriptionNamesEveryOperationAndNoCaller() {
        var answer = http().get("/v3/api-docs", null);

        assertThat(answer.status()).isEqualTo(200);
        var add = answer.json().path("paths").path("/api/tallies/{id}").path("post");
        assertThat(add.isMissingNode()).isFalse();
        assertThat(add.path("parameters").toString())
                .contains("Idempotency-Key")
                .doesNotContain("caller");
        assertThat(answer.json()
                        .path("paths")
                        .path("/api/devices/{deviceId}")
                        .path("get")
                        .path("parameters")
                        .path(0)
                        .path("schema")
                        .path("format")
                        .asString())
                .isEqualTo("uuid");
    }

    @Test
    void aFunctionThatIsMissingIsForbidden() {
        var answer = http().post(
                        "/api/tallies/x",
                        TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.KNOWLEDGE_USER),
                        Map.of("by", 1));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"by":1,"extra":2}      | UNKNOWN_FIELD     | extra
                    {"by":"1"}              | VALIDATION_FAILED | by
                    {"by":1.5}              | VALIDATION_FAILED | by
                    {"by":[1]}              | VALIDATION_FAILED | by
                    {"by":99999999999999}   | VALIDATION_FAILED | by
                    {"by":1001}             | VALIDATION_FAILED | by
                    {}                      | VALIDATION_FAILED | by
                    {"by":1,"note":"sixsix"} | VALIDATION_FAILED | note
                    {"by":1,"by":2}         | MALFORMED_BODY    |
                    {"by":1} trailing       | MALFORMED_BODY    |
                    {"by":                  | MALFORMED_BODY    |
                    []                      | MALFORMED_BODY    |
                    "text"                  | MALFORMED_BODY    |
                    null                    | MALFORMED_BODY    |
                    """)
    void aBodyThatIsWrongIsABadRequest(String body, String code, String field) {
        var answer = http().post("/api/tallies/x", token, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        if (field != null) {
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(answer.json().path("errors").path(0).path("message").asString())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/devices/not-an-id", "/api/open?broken=maybe"})
    void aParameterOfTheWrongFormIsABadRequest(String path) {
        var answer = http().get(path, token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void theRestOfHttpIsRefusedInTheSameForm() {
        assertThat(http().get("/api/nothing", token).code()).isEqualTo("NOT_FOUND");
        var method = http().send("DELETE", "/api/tallies/x", token, null);
        assertThat(method.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).hasValue("POST");
        assertThat(http().get("/api/me", token, "Accept", "image/png").code()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(http().send("POST", "/api/tallies/x", token, "<by>1</by>", "Content-Type", "application/xml")
                        .code())
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyThatIsTooLargeIsCutOff() throws Exception {
        var large = "{\"by\":1,\"note\":\"" + "x".repeat(1_100_000) + "\"}";

        var announced = http().post("/api/tallies/x", token, large);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.code()).isEqualTo("BODY_TOO_LARGE");

        var chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/tallies/x"))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "large")
                .POST(BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(chunked, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void aFaultOfOursShowsNothingOfTheInside() {
        var answer = http().get("/api/open?broken=true", null);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aHarmfulCorrelationIdIsReplaced() {
        assertThat(http().get("/api/open", null, "Platen-Correlation", "fine-1").header("Platen-Correlation"))
                .hasValue("fine-1");
        assertThat(http().get("/api/open", null, "Platen-Correlation", "<script>")
                        .header("Platen-Correlation"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    private Http http() {
        return new Http(port);
    }
}
