package io.platen.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the sign-in as a browser without scripts does. */
final class Browser {

    static final String CALLBACK = "http://localhost:8080/cli-callback";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-here";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String clientId;
    private final String callback;
    private final Map<String, String> proof;

    Browser(int port) {
        this(port, "platen-cli", CALLBACK, Map.of());
    }

    private Browser(int port, String clientId, String callback, Map<String, String> proof) {
        this.base = "http://localhost:" + port + "/identity";
        this.clientId = clientId;
        this.callback = callback;
        this.proof = proof;
    }

    /** Which is given refresh tokens, and gives them back. */
    static Browser ofGateway(int port, String secret) {
        return new Browser(
                port,
                "gateway",
                "http://localhost:8080/login/oauth2/code/platen",
                Map.of("Authorization", basic("gateway", secret)));
    }

    /** How handing in the form ended: a code for the client, or the refusal shown on the page. */
    record Outcome(Optional<String> code, String error) {}

    Outcome signIn(String email, String password) {
        var start = get(base + "/oauth2/authorize?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        callback,
                        "scope",
                        "openid",
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256")));
        var page = get(URI.create(base).resolve(location(start)).toString());
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page.body()).results().forEach(input -> fields.put(input.group(1), input.group(2)));
        fields.put("username", email);
        fields.put("password", password);
        var answer = URI.create(base).resolve(location(post(base + "/sign-in", fields, Map.of())));
        var error = parameters(answer).get("error");
        if (error != null) {
            return new Outcome(Optional.empty(), error);
        }
        var sentTo = URI.create(location(get(answer.toString())));
        return new Outcome(Optional.ofNullable(parameters(sentTo).get("code")), "");
    }

    HttpResponse<String> exchange(String code, String verifier) {
        return post(
                base + "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", callback,
                        "client_id", clientId,
                        "code_verifier", verifier),
                proof);
    }

    String token(String email, String password) {
        return tokens(email, password).required("access_token").asString();
    }

    JsonNode tokens(String email, String password) {
        var code = signIn(email, password).code().orElseThrow();
        return JSON.readTree(exchange(code, VERIFIER).body());
    }

    /** As a client does whose person signs out. */
    HttpResponse<String> revoke(String token) {
        return post(base + "/oauth2/revoke", Map.of("token", token), proof);
    }

    HttpResponse<String> signOut(String idToken) {
        return get(base + "/connect/logout?id_token_hint=" + idToken);
    }

    HttpResponse<String> clientCredentials(String id, String secret) {
        return post(
                base + "/oauth2/token",
                Map.of("grant_type", "client_credentials"),
                Map.of("Authorization", basic(id, secret)));
    }

    HttpResponse<String> page(String query, String acceptLanguage) {
        return send(HttpRequest.newBuilder(URI.create(base + "/sign-in" + query))
                .header("Accept-Language", acceptLanguage));
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html"));
    }

    static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    static JsonNode json(String body) {
        return JSON.readTree(body);
    }

    private HttpResponse<String> post(String url, Map<String, String> fields, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.toString()));
    }

    private static Map<String, String> parameters(URI uri) {
        var query = uri.getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
