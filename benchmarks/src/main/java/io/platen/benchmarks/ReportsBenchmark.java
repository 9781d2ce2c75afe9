package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.StackFailure;
import io.platen.localstack.Together;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.apps.Service;
import io.platen.localstack.apps.ServiceInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * (e) The processor time of one device-service that takes the reports of 20 000 printers every five minutes, as agents
 * send them: by SNMP read every five minutes, most as they were, in batches of what an agent reads in half a second.
 */
final class ReportsBenchmark {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final int ACCOUNTS = 50;
    private static final int PRINTERS = 400;
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final int BATCH = 20;
    private static final int AT_ONCE = 16;

    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final Duration MEASURED = Duration.ofMinutes(2);
    private static final double WANTED = 0.2;

    /** Of a hundred reports: a level that fell by a point, an alert that came or went. The counters are read every 8 hours. */
    private static final double LEVELS = 0.03;

    private static final double ALERTS = 0.005;
    private static final double COUNTERS = 5.0 / (8 * 60);

    private final LocalStack stack;
    private final ServiceInstance service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(4711);
    private final List<Batch> batches = new ArrayList<>();

    ReportsBenchmark(LocalStack stack) {
        this.stack = stack;
        this.service = stack.instances(Service.DEVICE).getFirst();
    }

    /** Printers that one agent reads one after the other. */
    private record Batch(Agent agent, List<Printer> printers) {}

    private record Agent(String clientId, String clientSecret) {}

    private static final class Printer {
        private final String serialNumber;
        private final int[] levels = {80, 70, 60, 50};
        private long sequence = 1_000_000;
        private long pages = 20_000;
        private boolean jammed;

        Printer(String serialNumber) {
            this.serialNumber = serialNumber;
        }
    }

    void run() {
        long begin = System.nanoTime();
        register();
        System.out.printf("(e) %d printers registered in %.0f s.%n", ACCOUNTS * PRINTERS, seconds(begin));
        begin = System.nanoTime();
        firstReports();
        System.out.printf("(e) Each reported for the first time in %.0f s.%n", seconds(begin));
        send(0, WARM_UP);
        int next = sent(WARM_UP);
        long eventsBefore = events();
        var before = Figures.cpuOf(service.pid());
        begin = System.nanoTime();
        send(next, MEASURED);
        double wall = seconds(begin);
        double cores = Figures.cpuOf(service.pid()).minus(before).toNanos() / 1e9 / wall;
        int reports = sent(MEASURED) * BATCH;
        Figures.head();
        Figures.row(
                "(e) reports of 20 000 printers, device-service",
                "%.3f cores at %.0f /s, %.2f CPU ms each"
                        .formatted(cores, reports / wall, cores * 1000 * wall / reports),
                "%.1f of one core".formatted(WANTED),
                "%.2f".formatted(cores / WANTED),
                "≤ 1");
        System.out.printf("(e) %d reports in %.0f s made %d events.%n", reports, wall, events() - eventsBefore);
    }

    private void register() {
        var admin = stack.adminToken();
        var platform = stack.api(admin);
        var agents = new ArrayList<Agent>();
        var accounts = new ArrayList<String>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(platform.mustPost(
                            "/api/accounts",
                            Map.of(
                                    "customerAccountNumber",
                                    "R-" + i,
                                    "systemAccountNumber",
                                    Integer.toString(980_000 + i),
                                    "name",
                                    "Reporting " + i,
                                    "country",
                                    "NL",
                                    "region",
                                    "NL"),
                            key())
                    .required("id")
                    .asString());
            var agent =
                    platform.mustPost("/api/agents", Map.of("accountId", accounts.get(i), "name", "Agent " + i), key());
            agents.add(new Agent(
                    agent.required("clientId").asString(),
                    agent.required("clientSecret").asString()));
        }
        var model = platform.mustPost(
                        "/api/models",
                        Map.of(
                                "manufacturer",
                                "Bench",
                                "name",
                                "Bench 4c",
                                "counters",
                                List.of("TOTAL"),
                                "tonerColours",
                                List.of("BLACK", "CYAN", "MAGENTA", "YELLOW"),
                                "autoTonerCapable",
                                true),
                        key())
                .required("id")
                .asString();
        var direct = new PlatenApi(service.url(), admin);
        Together.call(
                AT_ONCE,
                IntStream.range(0, ACCOUNTS * PRINTERS)
                        .<Callable<JsonNode>>mapToObj(i -> () -> direct.patientPost(
                                        "/api/devices",
                                        Map.of(
                                                "modelId", model,
                                                "serialNumber", serial(i),
                                                "accountId", accounts.get(i / PRINTERS)),
                                        key())
                                .body()
                                .required("id"))
                        .toList());
        for (int from = 0; from < ACCOUNTS * PRINTERS; from += BATCH) {
            batches.add(new Batch(
                    agents.get(from / PRINTERS),
                    IntStream.range(from, from + BATCH)
                            .mapToObj(i -> new Printer(serial(i)))
                            .toList()));
        }
    }

    /** As if each had reported before: a third is due to be told of again, a third in five minutes, a third in ten. */
    private void firstReports() {
        var tokens = tokens();
        Together.run(
                4,
                IntStream.range(0, batches.size())
                        .<Runnable>mapToObj(i -> () -> {
                            var batch = batches.get(i);
                            var at = Instant.now().minus(ROUND.multipliedBy(i % 3 + 1L));
                            post(batch, tokens.of(batch), printer -> report(printer, at, true));
                        })
                        .toList());
    }

    private void send(int first, Duration time) {
        var tokens = tokens();
        long every = ROUND.toNanos() / batches.size();
        long begin = System.nanoTime();
        for (int i = 0; i < sent(time); i++) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, begin + i * every - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            var batch = batches.get((first + i) % batches.size());
            var now = Instant.now();
            post(batch, tokens.of(batch), printer -> report(printer, now, false));
        }
    }

    private int sent(Duration time) {
        return (int) (time.toNanos() / (ROUND.toNanos() / batches.size()));
    }

    private interface Look {
        Map<String, Object> at(Printer printer);
    }

    private void post(Batch batch, String token, Look look) {
        var reports = batch.printers().stream().map(look::at).toList();
        var now = Instant.now();
        var body = Map.of(
                "agent",
                Map.of(
                        "version",
                        "0.1.0",
                        "startedAt",
                        "2026-11-01T00:00:00Z",
                        "sentAt",
                        now.toString(),
                        "bufferedReports",
                        reports.size(),
                        "droppedReports",
                        0,
                        "printersFound",
                        PRINTERS,
                        "printersSilent",
                        0),
                "reports",
                reports);
        var request = HttpRequest.newBuilder(service.url().resolve("/api/agent/reports"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = send(request);
        for (var result : answer.path("results")) {
            if (!result.path("result").asString("").equals("ACCEPTED")) {
                throw new StackFailure("(e) A report was not accepted: " + result);
            }
        }
    }

    private Map<String, Object> report(Printer printer, Instant at, boolean first) {
        if (!first && random.nextDouble() < LEVELS) {
            printer.levels[random.nextInt(4)]--;
        }
        if (!first && random.nextDouble() < ALERTS) {
            printer.jammed = !printer.jammed;
        }
        printer.pages += 3;
        var colours = List.of("BLACK", "CYAN", "MAGENTA", "YELLOW");
        var supplies = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 4; i++) {
            supplies.add(Map.of(
                    "index",
                    i + 1,
                    "kind",
                    "TONER",
                    "colour",
                    colours.get(i),
                    "description",
                    colours.get(i) + " cartridge 4711",
                    "level",
                    Map.of("state", "MEASURED", "percent", printer.levels[i])));
        }
        supplies.add(Map.of(
                "index", 5, "kind", "WASTE", "description", "Waste toner box", "level", Map.of("state", "SOME_LEFT")));
        return Map.of(
                "sequence",
                ++printer.sequence,
                "observedAt",
                at.toString(),
                "serialNumber",
                printer.serialNumber,
                "manufacturer",
                "Bench",
                "model",
                "Bench 4c",
                "counters",
                first || random.nextDouble() < COUNTERS ? Map.of("total", printer.pages) : Map.of(),
                "supplies",
                supplies,
                "low",
                List.of(),
                "replaced",
                List.of(),
                "alerts",
                printer.jammed ? List.of("Paper jam") : List.of());
    }

    private record Tokens(Map<Agent, String> byAgent) {
        String of(Batch batch) {
            return Objects.requireNonNull(byAgent.get(batch.agent()));
        }
    }

    private Tokens tokens() {
        var tokens = new HashMap<Agent, String>();
        for (var batch : batches) {
            tokens.computeIfAbsent(batch.agent(), this::token);
        }
        return new Tokens(Map.copyOf(tokens));
    }

    private String token(Agent agent) {
        var credentials = Base64.getEncoder()
                .encodeToString((agent.clientId() + ":" + agent.clientSecret()).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(stack.url() + "/identity/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build())
                .required("access_token")
                .asString();
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackFailure(
                        "(e) " + request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("(e) " + request.uri() + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long events() {
        try (var connection = stack.postgres().superuser("device");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from domain_event")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serial(int number) {
        return "REP-%05d".formatted(number);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
