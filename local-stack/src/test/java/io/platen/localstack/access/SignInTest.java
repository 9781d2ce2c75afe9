package io.platen.localstack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dance of the code flow against a door that checks every step. */
class SignInTest {
    private final Map<String, String> request = new ConcurrentHashMap<>();
    private HttpServer server;
    private URI platform;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform = URI.create("http://localhost:" + server.getAddress().getPort());
        server.createContext("/identity/oauth2/authorize", this::authorize);
        server.createContext("/identity/sign-in", this::signIn);
        server.createContext("/identity/oauth2/token", this::token);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theRightPasswordGivesTheToken() {
        assertThat(new SignIn(platform).token("anna@example.com", "right & proper"))
                .isEqualTo("the token");
    }

    @Test
    void theWrongPasswordIsToldPlainly() {
        assertThatThrownBy(() -> new SignIn(platform).token("anna@example.com", "wrong"))
                .hasMessageContaining("anna@example.com was refused");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        if (!cookie(exchange).contains("signed-in")) {
            request.putAll(form(exchange.getRequestURI().getRawQuery()));
            exchange.getResponseHeaders().add("Set-Cookie", "PLATEN_IDENTITY=fresh; Path=/identity; HttpOnly");
            redirect(exchange, "/identity/sign-in");
            return;
        }
        redirect(exchange, request.get("redirect_uri") + "?code=abc&state=" + request.get("state"));
    }

    private void signIn(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "text/html", """
                    <form action="/identity/language" method="post"><input type="hidden" name="lang" value="nl"></form>
                    <form method="post" action="/identity/sign-in">
                      <input type="hidden" name="_csrf" value="secret"/>
                      <input name="username"><input type="password" name="password">
                    </form>""");
            return;
        }
        var fields = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean right = "secret".equals(fields.get("_csrf"))
                && "anna@example.com".equals(fields.get("username"))
                && "right & proper".equals(fields.get("password"))
                && cookie(exchange).contains("fresh");
        if (right) {
            exchange.getResponseHeaders().add("Set-Cookie", "PLATEN_IDENTITY=signed-in; Path=/identity; HttpOnly");
        }
        redirect(exchange, right ? "/identity/oauth2/authorize?continue" : "/identity/sign-in?error");
    }

    private void token(HttpExchange exchange) throws IOException {
        var fields = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean right = "abc".equals(fields.get("code"))
                && request.getOrDefault("redirect_uri", "-").equals(fields.get("redirect_uri"))
                && request.getOrDefault("code_challenge", "-")
                        .equals(challenge(fields.getOrDefault("code_verifier", "")));
        answer(exchange, right ? 200 : 400, "application/json", right ? "{\"access_token\":\"the token\"}" : "{}");
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(HttpExchange exchange) {
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        return cookie == null ? "" : cookie;
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
