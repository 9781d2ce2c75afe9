package io.platen.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/live} being read. */
final class LiveStream implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One event of the stream. */
    record Told(String position, String type, String data) {

        boolean isAbout(Object id) {
            return data.contains("\"id\":\"" + id + "\"");
        }
    }

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final int status;
    private final InputStream body;
    private volatile boolean ended;

    private LiveStream(int status, InputStream body) {
        this.status = status;
        this.body = body;
    }

    /** @param from the position to go on from; from now on where there is none */
    static LiveStream open(int port, String token, @Nullable String from) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/live"))
                .header("Authorization", token);
        if (from != null) {
            request.header("Last-Event-ID", from);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            var stream = new LiveStream(answer.statusCode(), answer.body());
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        var position = "";
        var type = "";
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    position = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    told.add(new Told(position, type, line.substring(6)));
                }
            }
        } catch (IOException e) {
            return; // left by the test
        } finally {
            ended = true;
        }
    }

    int status() {
        return status;
    }

    /** All so far. */
    List<Told> told() {
        return List.copyOf(told);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
