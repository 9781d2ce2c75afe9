package io.platen.localstack.access;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a person in by the same page a browser would show (authorization code with PKCE, client {@code platen-cli}) and
 * gives the access token. There is no other way to a person's token, and none is needed.
 */
public final class SignIn {
    private static final String CLIENT = "platen-cli";
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION =
            Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]*)\"[^>]*method=\"post\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern METHOD_FIRST =
            Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*\\baction=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STEPS = 12;
    private final URI platform;
    private final URI callback;

    /** @param platform the public address, that of the gateway */
    public SignIn(URI platform) {
        this.platform = platform;
        this.callback = platform.resolve("/cli-callback");
    }

    /** The access token of that person. */
    public String token(String email, String password) {
        var verifier = random();
        try (var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var code = code(http, verifier, email, password);
            return exchange(http, code, verifier);
        } catch (IOException e) {
            throw new StackFailure("The platform at " + platform + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while signing in.", e);
        }
    }

    private String code(HttpClient http, String verifier, String email, String password)
            throws IOException, InterruptedException {
        var state = random();
        var authorize = platform.resolve("/identity/oauth2/authorize?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        callback.toString(),
                        "scope",
                        "openid",
                        "state",
                        state,
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
        var request = get(authorize);
        boolean handedIn = false;
        for (int step = 0; step < STEPS; step++) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 3) {
                var location = request.uri()
                        .resolve(answer.headers().firstValue("Location").orElse("/"));
                if (location.toString().startsWith(callback.toString())) {
                    return Optional.ofNullable(parameters(location).get("code"))
                            .orElseThrow(() -> new StackFailure("Signing in as " + email + " failed: "
                                    + parameters(location).getOrDefault("error", "no code was given") + "."));
                }
                if (handedIn && String.valueOf(location.getQuery()).contains("error")) {
                    throw new StackFailure("Signing in as " + email + " was refused: unknown user or wrong password.");
                }
                request = get(location);
            } else if (answer.statusCode() == 200 && !handedIn) {
                request = handIn(request.uri(), answer.body(), email, password);
                handedIn = true;
            } else if (answer.statusCode() == 200) {
                throw new StackFailure("Signing in as " + email + " was refused: unknown user or wrong password.");
            } else {
                throw new StackFailure("Signing in as " + email + " failed: "
                        + request.uri().getPath() + " answered " + answer.statusCode() + ".");
            }
        }
        throw new StackFailure("Signing in as " + email + " went in a circle.");
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .build();
    }

    private static HttpRequest handIn(URI page, String html, String email, String password) {
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(html).results().map(found -> found.group()).forEach(input -> {
            if ("hidden".equalsIgnoreCase(attribute(input, "type"))) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        });
        fields.put("username", email);
        fields.put("password", password);
        return HttpRequest.newBuilder(page.resolve(action(html).orElse("/identity/sign-in")))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
    }

    /** Where the form with the password field goes; other forms of the page (the language choice) are passed over. */
    private static Optional<String> action(String html) {
        return Arrays.stream(html.split("(?i)(?=<form\\b)", -1))
                .filter(part -> part.contains("name=\"password\""))
                .findFirst()
                .flatMap(part -> {
                    var first = ACTION.matcher(part);
                    if (first.find()) {
                        return Optional.of(first.group(1));
                    }
                    var second = METHOD_FIRST.matcher(part);
                    return second.find() ? Optional.of(second.group(1)) : Optional.empty();
                })
                .map(action -> action.replace("&amp;", "&"))
                .filter(action -> !action.isBlank());
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private String exchange(HttpClient http, String code, String verifier) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(platform.resolve("/identity/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", callback.toString(),
                        "client_id", CLIENT,
                        "code_verifier", verifier))))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new StackFailure("The token was refused: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).required("access_token").asString();
    }

    private static Map<String, String> parameters(URI uri) {
        var query = uri.getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> first));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
