package io.platen.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The only door, with an upstream that tells what it was sent and another that takes no connection. */
@PlatenIT
class DoorIT {

    private static final HttpServer UPSTREAM = upstream();
    private static final String BREAKS_OFF = "a customer whose service breaks off";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private Http http;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        var alive = "http://127.0.0.1:" + UPSTREAM.getAddress().getPort();
        registry.add("platen.services.meter", () -> "http://127.0.0.1:" + unusedPort() + "," + alive);
        registry.add("platen.services.identity", () -> alive + "/identity");
        registry.add("platen.services.device", () -> "http://127.0.0.1:" + unusedPort());
    }

    @AfterAll
    static void close() {
        UPSTREAM.stop(0);
    }

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @Test
    void theApiAnswersWithProblemsAndNeverSendsToASignInPage() {
        var answer = http.get("/api/devices", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(http.get("/api/nothing", TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void signingInStartsAtThePublicAddressWithProofOfKey() {
        var answer = http.get("/oauth2/authorization/platen", null);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow())
                .startsWith("http")
                .contains("/identity/oauth2/authorize")
                .contains("code_challenge=")
                .contains("client_id=gateway");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("PLATEN_SESSION=").contains("HttpOnly"));
    }

    @Test
    void aPersonWithoutTokenOfTheFormCannotSignAnybodyOut() {
        assertThat(http.post("/logout", null, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void thePortalIsServedFromEveryAddressItHas() {
        for (var path : new String[] {"/", "/devices", "/devices/" + UUID.randomUUID(), "/reads", "/customers/S-1"}) {
            var answer = http.get(path, null);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("<html");
            assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-cache");
        }
    }

    @Test
    void aCommandGoesToAnInstanceThatTakesItWithTheCallersTokenAndNothingElse() {
        var token = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.DEVICE_MANAGER);
        for (int i = 0; i < 4; i++) {
            var answer = http.send(
                    "POST",
                    "/api/devices/" + UUID.randomUUID() + "/reads?x=1",
                    token,
                    Map.of("counters", Map.of("total", 1)),
                    "Cookie",
                    "PLATEN_SESSION=secret",
                    "X-Forwarded-Host",
                    "evil.example",
                    "Platen-Correlation",
                    "one-id");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body())
                    .contains("/reads?x=1")
                    .contains("Bearer ey")
                    .contains("total")
                    .containsIgnoringCase("X-Forwarded-Host=[localhost]")
                    .containsIgnoringCase("X-Forwarded-Port=[8080]")
                    .containsIgnoringCase("Platen-Correlation=[one-id]")
                    .doesNotContain("secret")
                    .doesNotContain("evil");
            assertThat(answer.headers().allValues("Platen-Correlation")).containsExactly("one-id");
            assertThat(answer.header("Platen-Consistency")).contains("meter/abc@3");
        }
        assertThat(http.post(
                                "/api/devices/" + UUID.randomUUID() + "/reads",
                                TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.KNOWLEDGE_USER),
                                Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void identityIsPassedOnUnchanged() {
        assertThat(http.get("/identity/sign-in?a=b", null).body()).contains("/identity/sign-in?a=b");
        assertThat(http.post("/api/accounts", TestTokens.staff(StaffRole.WEB_ADMINISTRATOR), Map.of())
                        .body())
                .contains("/identity/api/accounts");
    }

    @Test
    void whatAFormHoldsStaysInTheBodyAndWhatTheQueryHoldsInTheQuery() throws Exception {
        var form = "username=a%40b.example&password=p%26w+d";
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/identity/sign-in?lang=nl&q=1%262"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var told = answer.body().lines().toList();
        assertThat(told.getFirst()).isEqualTo("/identity/sign-in?lang=nl&q=1%262");
        assertThat(told.getLast().replaceAll("^&+", "").split("&")).containsExactlyInAnyOrder(form.split("&"));
    }

    @Test
    void aServiceThatIsAwayIsSaidToBeAway() {
        var administrator = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);
        for (int i = 0; i < 15; i++) {
            var answer = http.post("/api/models", administrator, Map.of());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isPresent();
        }
    }

    @Test
    void aServiceThatDiesInTheMiddleOfItsAnswerIsSaidToBeAway() {
        var administrator = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);
        var answer = http.post("/api/accounts", administrator, Map.of("name", BREAKS_OFF));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.headers().allValues("Platen-Correlation")).hasSize(1);
    }

    @Test
    void oneDocumentDescribesTheApi() {
        var document = http.get("/api/openapi.json", null);
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body()).contains("/api/devices/{id}").contains("/api/customers");
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        var eager = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.DEVICE_MANAGER);
        var refused = java.util.stream.IntStream.range(0, 1_500)
                .mapToObj(i -> http.get("/api/me", eager))
                .filter(answer -> answer.status() == 429)
                .findFirst();
        assertThat(refused).isPresent();
        assertThat(refused.get().header("Retry-After")).isPresent();
    }

    private static HttpServer upstream() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var told = exchange.getRequestURI() + "\n"
                        + exchange.getRequestHeaders().entrySet() + "\n"
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var body = told.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Platen-Consistency", "abc@3");
                exchange.getResponseHeaders().set("Platen-Correlation", "a service's own");
                exchange.getResponseHeaders().set("Content-Type", "text/plain");
                exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().endsWith("/v3/api-docs") ? 404 : 201, body.length);
                exchange.getResponseBody().write(body, 0, told.contains(BREAKS_OFF) ? 10 : body.length);
                exchange.getResponseBody().flush();
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int unusedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
