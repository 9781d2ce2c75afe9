package io.platen.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One page on localhost for whoever installs the agent: {@code /} to read, {@code /health} as JSON. */
final class StatusPage implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;

    private StatusPage(HttpServer server) {
        this.server = server;
    }

    static StatusPage start(int port, Supplier<Health> health) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/health", exchange -> answer(exchange, "application/json", JSON.writeValueAsString(health.get())));
        server.createContext("/", exchange -> answer(exchange, "text/html; charset=utf-8", page(health.get())));
        server.start();
        return new StatusPage(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders()
                    .add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String page(Health health) {
        var rows = new StringBuilder();
        for (var printer : health.printers()) {
            rows.append("<tr>");
            cell(rows, printer.address());
            cell(rows, printer.serialNumber());
            cell(rows, printer.model());
            cell(rows, printer.lastAnswer());
            cell(rows, printer.faults().isEmpty() ? "well" : String.join("; ", printer.faults()));
            rows.append("</tr>\n");
        }
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Device agent</title>
                <style>body{font:14px sans-serif;margin:2em}td,th{text-align:left;padding:.2em 1em .2em 0}</style></head>
                <body><h1>Device agent %s</h1>
                <p>Running since %s. Reports waiting: %d, thrown away: %d. Platform: %s (last delivery %s).</p>
                <table><thead><tr><th>Address</th><th>Serial number</th><th>Model</th><th>Last answer</th><th>State</th></tr></thead>
                <tbody>%s</tbody></table></body></html>
                """.formatted(
                        escape(health.version()),
                        health.startedAt(),
                        health.bufferedReports(),
                        health.droppedReports(),
                        health.platformTrouble().isEmpty() ? "well" : escape(health.platformTrouble()),
                        health.lastDelivery() == null ? "none yet" : health.lastDelivery(),
                        rows);
    }

    private static void cell(StringBuilder rows, @Nullable Object value) {
        rows.append("<td>")
                .append(value == null ? "" : escape(value.toString()))
                .append("</td>");
    }

    /** Printers name themselves, and a name may be anything. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
