package io.platen.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two addresses an agent speaks with, failing on demand as a door on the far side of a network does. Sequences are
 * checked as the contract has them: strictly forward for each serial number.
 */
public final class PlatformDoor implements AutoCloseable {

    /** How the door behaves. */
    public enum Mood {
        WELL,
        /** Answers 503. */
        BUSY,
        /** Takes the reports, then fails before the answer is out. */
        LOSING_ANSWERS,
        /** Answers 403. */
        FORBIDDING,
        /** Answers 413 to more than three reports. */
        NARROW,
        /** Answers 400 to everything, as one that does not know this agent's language. */
        UNINTELLIGIBLE,
        /** Refuses every batch that holds the serial number POISON. */
        CHOKING,
        /** Knows no token any more. */
        FORGETFUL
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Long> sequences = new ConcurrentHashMap<>();
    private final List<JsonNode> agents = new CopyOnWriteArrayList<>();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String goodToken = "";
    private volatile Mood mood = Mood.WELL;

    public PlatformDoor() throws IOException {
        this(0);
    }

    public PlatformDoor(int port) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    /** By TLS, with the key that the context holds. */
    public static PlatformDoor secured(SSLContext context) throws IOException {
        var secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context));
        return new PlatformDoor(secured);
    }

    private PlatformDoor(HttpServer server) {
        this.server = server;
        server.createContext("/identity/oauth2/token", this::token);
        server.createContext("/api/agent/reports", this::reports);
        server.start();
    }

    public URI url() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void become(Mood next) {
        mood = next;
    }

    public List<JsonNode> accepted() {
        return accepted;
    }

    /** What the agent said of itself, batch by batch. */
    public List<JsonNode> agents() {
        return agents;
    }

    /** As if the agent had sent so far before. */
    public void hasSeen(String serialNumber, long sequence) {
        sequences.put(serialNumber, sequence);
    }

    public int duplicates() {
        return duplicates.get();
    }

    public int calls() {
        return calls.get();
    }

    public int tokens() {
        return tokens.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        var credentials = exchange.getRequestHeaders().getFirst("Authorization");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = "Basic YWdlbnQ6c2VjcmV0".equals(credentials) && body.equals("grant_type=client_credentials");
        if (known) {
            goodToken = "token-" + tokens.incrementAndGet();
        }
        answer(
                exchange,
                known ? 200 : 401,
                known
                        ? "{\"access_token\":\"%s\",\"expires_in\":900,\"token_type\":\"Bearer\"}".formatted(goodToken)
                        : "{}");
    }

    private void reports(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        var body = exchange.getRequestBody().readAllBytes();
        if (mood == Mood.FORGETFUL) {
            goodToken = "";
            mood = Mood.WELL;
        }
        if (!("Bearer " + goodToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        if (mood == Mood.BUSY) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, "{}");
            return;
        }
        var batch = JSON.readTree(body);
        var refusal = refusal(batch);
        if (refusal != 0) {
            answer(exchange, refusal, "{}");
            return;
        }
        agents.add(batch.path("agent"));
        if (mood == Mood.CHOKING && batch.toString().contains("POISON")) {
            answer(exchange, 400, "{\"code\":\"MALFORMED_BODY\"}");
            return;
        }
        var results = JSON.createArrayNode();
        for (var report : batch.path("reports")) {
            long seen = sequences.getOrDefault(report.path("serialNumber").asString(), -1L);
            var verdict = take(report);
            var result = results.addObject()
                    .put("sequence", report.path("sequence").asLong())
                    .put("result", verdict);
            if (verdict.equals("DUPLICATE")) {
                result.put("lastSequence", seen);
            }
        }
        if (mood == Mood.LOSING_ANSWERS) {
            mood = Mood.WELL;
            exchange.close();
            return;
        }
        answer(exchange, 200, JSON.createObjectNode().set("results", results).toString());
    }

    /** 0 for none. */
    private int refusal(JsonNode batch) {
        return switch (mood) {
            case FORBIDDING -> 403;
            case UNINTELLIGIBLE -> 400;
            case NARROW -> batch.path("reports").size() > 3 ? 413 : 0;
            case WELL, BUSY, LOSING_ANSWERS, CHOKING, FORGETFUL -> 0;
        };
    }

    private String take(JsonNode report) {
        var serial = report.path("serialNumber").asString();
        if (serial.equals("STRANGER")) {
            return "UNKNOWN_DEVICE";
        }
        long sequence = report.path("sequence").asLong();
        if (sequence <= sequences.getOrDefault(serial, 0L)) {
            duplicates.incrementAndGet();
            return "DUPLICATE";
        }
        sequences.put(serial, sequence);
        accepted.add(report);
        return "ACCEPTED";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
