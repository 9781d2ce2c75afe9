package io.platen.localstack.access;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as one signed-in user calls it: JSON in, JSON out, bearer token. */
public final class PlatenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final int ATTEMPTS = 12;
    private final URI platform;
    private final String token;

    public PlatenApi(URI platform, String token) {
        this.platform = platform;
        this.token = token;
    }

    /**
     * An answer of the platform.
     *
     * @param body never null; empty bodies are JSON null
     */
    public record Answer(int status, JsonNode body, String text) {
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return command("POST", path, body, idempotencyKey);
    }

    public Answer put(String path, Object body, String idempotencyKey) {
        return command("PUT", path, body, idempotencyKey);
    }

    /** As {@link #post}, for loading data: anything but success ends the loading with one clear line. */
    public JsonNode mustPost(String path, Object body, String idempotencyKey) {
        return must("POST", path, patientPost(path, body, idempotencyKey));
    }

    /** As {@link #post}, asked again while the platform asks for patience. */
    public Answer patientPost(String path, Object body, String idempotencyKey) {
        return patiently(() -> post(path, body, idempotencyKey));
    }

    public JsonNode mustPut(String path, Object body, String idempotencyKey) {
        return must("PUT", path, patiently(() -> put(path, body, idempotencyKey)));
    }

    public JsonNode mustGet(String path) {
        return must("GET", path, patiently(() -> get(path)));
    }

    private Answer command(String method, String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(platform.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private static Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && !answer.body().isBlank()
                    ? JSON.readTree(answer.body())
                    : JSON.valueToTree(Map.of());
            return new Answer(answer.statusCode(), body, answer.body());
        } catch (IOException e) {
            throw new StackFailure("The platform does not answer " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while calling " + request.uri() + ".", e);
        }
    }

    /**
     * What was just created in one service is known to the next one moments later, and a rate limit asks for patience:
     * both are asked again. The idempotency key makes the repetition safe.
     */
    private static Answer patiently(java.util.function.Supplier<Answer> call) {
        Answer last = call.get();
        for (int attempt = 1; attempt < ATTEMPTS && worthAnotherTry(last.status()); attempt++) {
            try {
                Thread.sleep(Math.min(100L << attempt, 2_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return last;
            }
            last = call.get();
        }
        return last;
    }

    private static boolean worthAnotherTry(int status) {
        return status == 403
                || status == 404
                || status == 409
                || status == 429
                || status == 502
                || status == 503
                || status == 504;
    }

    /** The body of a success; anything else ends with one clear line. */
    public static JsonNode must(String method, String path, Answer answer) {
        if (!answer.isOk()) {
            throw new StackFailure(method + " " + path + " answered " + answer.status() + " "
                    + (answer.text().length() > 400 ? answer.text().substring(0, 400) + "…" : answer.text()));
        }
        return answer.body();
    }
}
