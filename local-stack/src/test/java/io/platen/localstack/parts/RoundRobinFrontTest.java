package io.platen.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundRobinFrontTest {

    @Test
    void connectionsGoToTheBackendsInTurnAndPastADeadOne() throws Exception {
        var first = server("first");
        var second = server("second");
        int dead = new Ports().free();
        int port = new Ports().free();
        try (var front = new RoundRobinFront(
                port, List.of(first.getAddress().getPort(), second.getAddress().getPort(), dead))) {
            assertThat(front).isNotNull();
            var answers = new ArrayList<String>();
            for (int i = 0; i < 6; i++) {
                answers.add(get(port));
            }
            assertThat(answers).containsOnly("first", "second").hasSize(6);
            assertThat(answers.subList(0, 2)).containsExactly("first", "second");
        } finally {
            first.stop(0);
            second.stop(0);
        }
    }

    private static HttpServer server(String name) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        return server;
    }

    private static String get(int port) throws Exception {
        // a client of its own each time: the front balances connections, not requests
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
