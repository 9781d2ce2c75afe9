package io.platen.agent.report;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as the agent sees it: a token by client credentials, and one address for reports. */
public final class PlatformClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In seconds: nobody means to keep an agent away for days. */
    private static final long LONGEST_RETRY_AFTER = 3600;

    /** Renewed this long before it ends, so that it does not end on the way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final URI reportsUrl;
    private final URI tokenUrl;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final HttpClient http;
    private @Nullable Token token;

    /** @param authorities whom to trust as the platform's door, beside those the Java machine trusts; null for no others */
    public PlatformClient(
            URI platformUrl,
            URI tokenUrl,
            String clientId,
            String clientSecret,
            Clock clock,
            @Nullable SSLContext authorities) {
        var builder =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1);
        if (authorities != null) {
            builder.sslContext(authorities);
        }
        this.http = builder.build();
        this.reportsUrl = URI.create(platformUrl.toString().replaceAll("/+$", "") + "/api/agent/reports");
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /**
     * The agent about itself, with every batch.
     *
     * @param sentAt its own clock now, by which the platform knows how far that is off
     * @param bufferedReports those of this batch among them
     * @param droppedReports thrown away for lack of room since its memory began
     * @param printersFound how many it looks after
     * @param printersSilent how many of them did not answer last time
     */
    public record AgentState(
            String version,
            Instant startedAt,
            Instant sentAt,
            int bufferedReports,
            long droppedReports,
            int printersFound,
            int printersSilent) {}

    private record Batch(AgentState agent, List<Report> reports) {}

    private record Token(String value, Instant until) {}

    /** What became of a batch. */
    sealed interface Answer {
        /** One result for each report, in their order. */
        record Taken(List<Result> results) implements Answer {}

        /** The batch as such was refused (400, 413, 422): sending it again changes nothing. */
        record Refused(int status, String body) implements Answer {}

        /** Not now: away, overloaded, or the agent's credentials are not accepted. */
        record NotNow(String reason, Optional<Duration> retryAfter) implements Answer {}
    }

    /** @param lastSequence with DUPLICATE, the highest number the platform has seen of that printer; else -1 */
    record Result(long sequence, String result, String detail, long lastSequence) {}

    Answer send(AgentState agent, List<Report> reports) throws InterruptedException {
        try {
            var response = post(agent, reports);
            if (response.statusCode() == 401) {
                token = null; // the key may have changed under a token that is still young
                response = post(agent, reports);
            }
            return answer(response, reports);
        } catch (TokenRefused e) {
            return new Answer.NotNow(String.valueOf(e.getMessage()), Optional.empty());
        } catch (IOException e) {
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer.NotNow("the platform is away: " + reason, Optional.empty());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<String> post(AgentState agent, List<Report> reports) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(reportsUrl)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(new Batch(agent, reports))))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static Answer answer(HttpResponse<String> response, List<Report> reports) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            var results = results(response.body(), reports);
            return results == null
                    ? new Answer.NotNow("the platform's answer is not understood", Optional.empty())
                    : new Answer.Taken(results);
        }
        if (status == 400 || status == 413 || status == 422) {
            return new Answer.Refused(status, response.body());
        }
        return new Answer.NotNow("the platform answers " + status, retryAfter(response));
    }

    /** Sequences run per printer, so two reports of a batch may share one: the order tells them apart. */
    private static @Nullable List<Result> results(String body, List<Report> reports) {
        try {
            var nodes = JSON.readTree(body).path("results");
            if (nodes.size() != reports.size()) {
                return null;
            }
            var results = new ArrayList<Result>();
            for (int i = 0; i < reports.size(); i++) {
                JsonNode node = nodes.path(i);
                if (node.path("sequence").asLong(-1) != reports.get(i).sequence()) {
                    return null;
                }
                results.add(new Result(
                        reports.get(i).sequence(),
                        node.path("result").asString(""),
                        node.path("detail").asString(""),
                        node.path("lastSequence").asLong(-1)));
            }
            return results;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_RETRY_AFTER)));
    }

    private String token() throws IOException, InterruptedException {
        var current = token;
        if (current == null || !clock.instant().isBefore(current.until())) {
            current = fetchToken();
            token = current;
        }
        return current.value();
    }

    private Token fetchToken() throws IOException, InterruptedException {
        var credentials = form(clientId) + ":" + form(clientSecret);
        var request = HttpRequest.newBuilder(tokenUrl)
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new TokenRefused("no token: " + tokenUrl.getPath() + " answers " + response.statusCode());
        }
        try {
            var body = JSON.readTree(response.body());
            var value = body.path("access_token").asString("");
            if (value.isEmpty()) {
                throw new TokenRefused("no token in the answer");
            }
            long seconds = body.path("expires_in").asLong(300);
            return new Token(value, clock.instant().plusSeconds(seconds).minus(MARGIN));
        } catch (JacksonException e) {
            throw new TokenRefused("the answer with the token is not understood");
        }
    }

    private static String form(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static final class TokenRefused extends IOException {
        private static final long serialVersionUID = 1L;

        TokenRefused(String message) {
            super(message);
        }
    }
}
