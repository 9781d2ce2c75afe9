package io.platen.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
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
                "/",
                exchange -> answer(exchange, port, () -> switch (exchange.getRequestURI()
                        .getPath()) {
                    case "/" -> new Page("text/html; charset=utf-8", page(health.get()));
                    case "/health" -> new Page("application/json", JSON.writeValueAsString(health.get()));
                    default -> null;
                }));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new StatusPage(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Page(String type, String body) {}

    /** Only to a browser that was told localhost: another name for this address is a stranger's page that pries. */
    private static void answer(HttpExchange exchange, int port, Supplier<@Nullable Page> page) throws IOException {
        try (exchange) {
            if (!isLocal(exchange.getRequestHeaders().getFirst("Host"), port)) {
                exchange.sendResponseHeaders(421, -1);
                return;
            }
            var method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var found = page.get();
            if (found == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var bytes = found.body().getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.add("Content-Type", found.type());
            headers.add("Cache-Control", "no-store");
            headers.add("X-Content-Type-Options", "nosniff");
            headers.add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            boolean head = method.equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static boolean isLocal(@Nullable String host, int port) {
        return host != null
                && List.of("localhost", "127.0.0.1", "[::1]").stream()
                        .anyMatch(name -> host.equalsIgnoreCase(name) || host.equalsIgnoreCase(name + ":" + port));
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
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="30"><title>Device agent</title>
            <style>body{font:14px sans-serif;margin:2em}td,th{text-align:left;padding:.2em 1em .2em 0}</style></head>
            <body><h1>Device agent %s</h1>
            <p>Running since %s. Printers: %d, silent: %d.</p>
            <p>Reports waiting: %d, thrown away for lack of room: %d, alerts that share a report: %d. Disk: %s.</p>
            <p>Platform: %s (last delivery %s).</p>
            <table><thead><tr><th>Address</th><th>Serial number</th><th>Model</th><th>Last answer</th><th>State</th></tr></thead>
            <tbody>%s</tbody></table></body></html>
            """.formatted(
                escape(health.version()),
                health.startedAt(),
                health.printers().size(),
                health.printers().stream().filter(Health.Printer::silent).count(),
                health.bufferedReports(),
                health.droppedReports(),
                health.mergedReports(),
                health.bufferTrouble().isEmpty() ? "well" : escape(health.bufferTrouble()),
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
