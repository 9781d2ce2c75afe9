package io.platen.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.gateway.GatewayApplication;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Flood;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
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

    @Autowired
    private Environment environment;

    private Http http;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        var alive = "http://127.0.0.1:" + UPSTREAM.getAddress().getPort();
        registry.add("platen.services.meter", () -> "http://127.0.0.1:" + unusedPort() + "," + alive);
        for (var service : List.of("ticket", "supply", "billing")) {
            registry.add("platen.services." + service, () -> alive);
        }
        registry.add("platen.services.identity", () -> alive + "/identity");
        registry.add("platen.services.device", () -> "http://127.0.0.1:" + unusedPort());
        // so that a test can come from where it likes
        registry.add("platen.gateway.proxies", () -> "127.0.0.1,0:0:0:0:0:0:0:1");
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
        for (var path : new String[] {
            "/",
            "/devices",
            "/devices/" + UUID.randomUUID(),
            "/reads",
            "/customers/S-1",
            "/tickets/HD-00001",
            "/board",
            "/visits",
            "/orders",
            "/invoices/1",
            "/support"
        }) {
            var answer = http.get(path, null);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("<html");
            assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-cache");
        }
    }

    /** A mistyped address is a page in a browser and a problem for everybody else. */
    @Test
    void anUnknownAddressIsAPageForABrowserAndAProblemForPrograms() {
        var browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (var path : new String[] {"/nowhere", "/nowhere/at/all", "/board/nothing", "/nothing.html"}) {
            var page = http.get(path, null, "Accept", browser);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).as(path).contains("<html");
            assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
            for (var accepted : new String[] {"application/json", "*/*"}) {
                var problem = http.get(path, null, "Accept", accepted);
                assertThat(problem.status()).as(path).isEqualTo(404);
                assertThat(problem.code()).as(path).isEqualTo("NOT_FOUND");
            }
        }
        var staff = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");
        assertThat(http.get("/api/nothing", staff, "Accept", browser).code()).isEqualTo("NOT_FOUND");
        assertThat(http.send("POST", "/nowhere", staff, Map.of(), "Accept", browser)
                        .body())
                .doesNotContain("<html");
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
        for (int i = 0; i < 600; i++) {
            assertThat(http.get("/api/me", eager).status()).as("request %s", i).isEqualTo(200);
        }
        var refused = http.get("/api/me", eager);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(http.get("/api/me", TestTokens.staff(StaffRole.CONTACT_CENTRE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsCountedByHisAddress() {
        var from = new String[] {"X-Forwarded-For", "192.0.2.1"};
        for (int i = 0; i < 150; i++) {
            assertThat(http.send("POST", "/api/models", null, Map.of(), from).status())
                    .isEqualTo(403);
            assertThat(http.get("/api/me", null, from).status()).isEqualTo(401);
            assertThat(http.get("/api/me", "Bearer nonsense", from).status()).isEqualTo(401);
            assertThat(http.get("/identity/sign-in", null, from).status()).isEqualTo(201);
        }
        assertThat(http.send("POST", "/api/models", null, Map.of(), from).status())
                .isEqualTo(429);
        assertThat(http.get("/api/me", null, from).status()).isEqualTo(429);
        assertThat(http.get("/api/me", "Bearer nonsense", from).status()).isEqualTo(429);
        assertThat(http.get("/identity/sign-in", null, from).code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(http.get("/api/me", TestTokens.staff(StaffRole.CONTACT_CENTRE), from)
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/identity/sign-in", null, "X-Forwarded-For", "192.0.2.2")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBodyThatIsTooLargeIsTheClientsFaultAndOpensNoCircuit() throws Exception {
        for (int i = 0; i < 25; i++) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/identity/sign-in"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(new byte[1_100_000])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("BODY_TOO_LARGE");
        }
        assertThat(http.get("/identity/sign-in", null).status()).isEqualTo(201);
    }

    @Test
    void aWorkbookMayBeLargerThanOtherBodiesButIsNotWaitedForWithoutEnd() throws Exception {
        var manager = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.DEVICE_MANAGER);
        var largest = new byte[10 * 1024 * 1024];
        assertThat(http.post("/api/meter-uploads", manager, largest).status()).isEqualTo(201);
        assertThat(http.post("/api/meter-uploads", manager, Arrays.copyOf(largest, largest.length + 1))
                        .code())
                .isEqualTo("BODY_TOO_LARGE");

        for (var announced : List.of(true, false)) {
            var flood = Flood.of(port, "/api/meter-uploads?fileName=garbage.xlsx", manager, announced);
            assertThat(flood.status()).isEqualTo(413);
            assertThat(flood.answer()).contains("BODY_TOO_LARGE");
            assertThat(flood.sent()).isLessThan(3L * largest.length);
        }
    }

    @Test
    void aClientThatBreaksOffItsUploadOpensNoCircuit() throws Exception {
        for (int i = 0; i < 25; i++) {
            try (var socket = new Socket("localhost", port)) {
                socket.getOutputStream()
                        .write(
                                "POST /identity/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nbeginning"
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                // The answer, if there is one, ends with the connection.
                socket.getInputStream().readAllBytes();
            }
        }
        assertThat(http.get("/identity/sign-in", null).status()).isEqualTo(201);
    }

    /** Two services may name the same aggregate: who waits for a command's effect waits for its own. */
    @Test
    void aCommandsTokenNamesTheServiceThatDecided() {
        var customer = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        var clerk = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");
        assertThat(http.post("/api/tickets", customer, Map.of()).header("Platen-Consistency"))
                .contains("ticket/abc@3");
        assertThat(http.post("/api/tickets/HD-00001/comments", customer, Map.of())
                        .header("Platen-Consistency"))
                .contains("ticket/abc@3");
        assertThat(http.put("/api/devices/" + UUID.randomUUID() + "/auto-toner", customer, Map.of())
                        .header("Platen-Consistency"))
                .contains("supply/abc@3");
        assertThat(http.post("/api/contracts/CT-1/usage-invoices", clerk, Map.of())
                        .header("Platen-Consistency"))
                .contains("billing/abc@3");
    }

    @Test
    void twoHundredConsistencyTokensPassBothWays() {
        var manager = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.DEVICE_MANAGER);
        var answer = http.send(
                "POST", "/api/devices/" + UUID.randomUUID() + "/reads", manager, Map.of(), "Consistency-Tokens", "200");
        assertThat(answer.status()).isEqualTo(201);
        var tokens = answer.header("Platen-Consistency").orElseThrow();
        assertThat(tokens.split(",")).hasSize(200).allMatch(token -> token.startsWith("meter/"));

        assertThat(http.get("/api/me", manager, "Platen-Consistency", tokens).status())
                .isEqualTo(200);
    }

    @Test
    void behindTlsCookiesAreSecureAndBrowsersAreToldToStay() {
        try (var there =
                AnotherInstance.of(GatewayApplication.class, environment, "platen.public-url=https://platen.example")) {
            var answer = new Http(there.port()).get("/oauth2/authorization/platen", null);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
            assertThat(answer.header("Location").orElseThrow())
                    .startsWith("https://platen.example/identity/oauth2/authorize");
            assertThat(answer.header("Strict-Transport-Security").orElseThrow()).contains("max-age=31536000");
            assertThat(new Http(there.port()).get("/", null).header("Strict-Transport-Security"))
                    .isPresent();
        }
        var plain = http.get("/oauth2/authorization/platen", null);
        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
        assertThat(plain.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
    }

    private static HttpServer upstream() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var told = exchange.getRequestURI() + "\n"
                        + exchange.getRequestHeaders().entrySet() + "\n"
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var body = told.getBytes(StandardCharsets.UTF_8);
                var tokens = exchange.getRequestHeaders().getFirst("Consistency-Tokens");
                exchange.getResponseHeaders()
                        .set(
                                "Platen-Consistency",
                                tokens == null
                                        ? "abc@3"
                                        : Stream.generate(() -> UUID.randomUUID() + "@12")
                                                .limit(Integer.parseInt(tokens))
                                                .collect(Collectors.joining(",")));
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
