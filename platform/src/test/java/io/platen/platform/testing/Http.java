package io.platen.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running service as a client would. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** @param port of {@code @LocalServerPort} */
    public Http(int port) {
        this(port, "");
    }

    /** @param contextPath for example {@code /identity} */
    public Http(int port, String contextPath) {
        this.base = "http://localhost:" + port + contextPath;
    }

    /** What came back. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a problem; empty for an answer that is none. */
        public String code() {
            return body.startsWith("{") ? json().path("code").asString("") : "";
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    /** With an Idempotency-Key of its own. */
    public Answer post(String path, @Nullable String token, Object body) {
        return send(
                "POST", path, token, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** With an Idempotency-Key of its own. */
    public Answer put(String path, @Nullable String token, Object body) {
        return send(
                "PUT", path, token, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** With an Idempotency-Key of its own. */
    public Answer delete(String path, @Nullable String token) {
        return send(
                "DELETE",
                path,
                token,
                null,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** A file. */
    public byte[] download(String path, @Nullable String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " is answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param body text and bytes are sent as they are, anything else as JSON */
    public Answer send(String method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            if (!java.util.List.of(headers).contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            request.method(
                    method,
                    body instanceof byte[] bytes
                            ? BodyPublishers.ofByteArray(bytes)
                            : BodyPublishers.ofString(
                                    body instanceof String text ? text : JSON.writeValueAsString(body)));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Only the status; a stream that never ends is left at once. */
    int status(String method, String path, @Nullable String token, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", token);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
