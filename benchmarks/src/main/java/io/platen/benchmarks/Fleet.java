package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.Together;
import io.platen.localstack.access.PlatenApi;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One account whose devices take one read for each of the last 30 days: reads enough for a benchmark. */
final class Fleet {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "Paper-Tray-2026";
    private static final String EMAIL = "reader@bench.example";
    private static final String DESK = "desk@bench.example";
    private static final String PLANNER = "planner@bench.example";
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Queue<Map.Entry<String, Integer>> free = new ConcurrentLinkedQueue<>();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final List<String> devices;

    private Fleet(LocalStack stack, List<String> devices) {
        this.stack = stack;
        this.devices = List.copyOf(devices);
        for (int day = 29; day >= 0; day--) {
            for (var device : devices) {
                free.add(Map.entry(device, day));
            }
        }
    }

    static Fleet register(LocalStack stack, int devices) {
        var admin = stack.api(stack.adminToken());
        var account = post(
                admin,
                "/api/accounts",
                Map.of(
                        "customerAccountNumber", "B-1",
                        "systemAccountNumber", "990001",
                        "name", "Bench",
                        "country", "NL",
                        "region", "NL"));
        post(
                admin,
                "/api/users",
                Map.of(
                        "email",
                        EMAIL,
                        "name",
                        "Reader",
                        "language",
                        "en",
                        "password",
                        PASSWORD,
                        "customer",
                        Map.of("accountId", account, "role", "ADMINISTRATOR")));
        staff(admin, DESK, "CONTACT_CENTRE");
        staff(admin, PLANNER, "DISPATCH_PLANNER");
        var model = post(
                admin,
                "/api/models",
                Map.of(
                        "manufacturer",
                        "Bench",
                        "name",
                        "Bench One",
                        "counters",
                        List.of("TOTAL"),
                        "tonerColours",
                        List.of("BLACK"),
                        "autoTonerCapable",
                        false));
        var location = Map.of(
                "site", "Hall",
                "street", "Street 1",
                "postalCode", "1000 AA",
                "city", "Utrecht",
                "country", "NL",
                "timeZone", "UTC");
        var ids = Together.call(
                AT_ONCE,
                IntStream.range(0, devices)
                        .<Callable<String>>mapToObj(i -> () -> post(
                                admin,
                                "/api/devices",
                                Map.of(
                                        "modelId",
                                        model,
                                        "serialNumber",
                                        "BENCH-" + i,
                                        "accountId",
                                        account,
                                        "location",
                                        location)))
                        .toList());
        awaitRegisters(stack, devices);
        return new Fleet(stack, ids);
    }

    private static void staff(PlatenApi admin, String email, String role) {
        post(
                admin,
                "/api/users",
                Map.of(
                        "email",
                        email,
                        "name",
                        role,
                        "language",
                        "en",
                        "password",
                        PASSWORD,
                        "staff",
                        Map.of("role", role, "regions", List.of("NL"))));
    }

    /** Until the meter-service has heard of every device. */
    private static void awaitRegisters(LocalStack stack, int devices) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var connection = stack.postgres().superuser("meter");
                var known = connection.prepareStatement("""
                        select least((select count(*) from domain_event where type = 'RegisterOpened'),
                                     (select count(*) from access_device where account_id is not null))
                        """)) {
            while (true) {
                try (var row = known.executeQuery()) {
                    if (row.next() && row.getLong(1) >= devices) {
                        return;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The meter-service did not hear of all devices.");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token() {
        return stack.token(EMAIL, PASSWORD);
    }

    /** Of the other party: the contact centre. */
    String tokenOfDesk() {
        return stack.token(DESK, PASSWORD);
    }

    /** Of a third one: the dispatch planner. */
    String tokenOfPlanner() {
        return stack.token(PLANNER, PASSWORD);
    }

    LiveBenchmark.Shot read(String token) {
        var read = next();
        return new LiveBenchmark.Shot(read.device(), read.day(), read.request(stack, token));
    }

    /** An incident of some device. */
    LiveBenchmark.Shot ticket(String token) {
        var subject = UUID.randomUUID().toString();
        var body = Map.of(
                "kind", "INCIDENT",
                "subject", subject,
                "description", "It stopped.",
                "topic", "DEVICE_FAULT",
                "deviceId", devices.get(Math.floorMod(subject.hashCode(), devices.size())));
        return new LiveBenchmark.Shot(subject, "", command(stack, token, "/api/tickets", subject, body));
    }

    /** A read that no rule refuses. */
    Read next() {
        var slot = free.remove();
        var day = today.minusDays(slot.getValue());
        var total = 1_000L + (30 - slot.getValue()) * 10L;
        return new Read(slot.getKey(), UUID.randomUUID().toString(), day.toString(), total);
    }

    record Read(String device, String key, String day, long total) {

        HttpRequest request(LocalStack stack, String token) {
            return command(
                    stack,
                    token,
                    "/api/devices/" + device + "/reads",
                    key,
                    Map.of("readOn", day, "counters", Map.of("total", total)));
        }
    }

    private static HttpRequest command(LocalStack stack, String token, String path, String key, Object body) {
        return HttpRequest.newBuilder(stack.url().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static String post(PlatenApi api, String path, Object body) {
        return api.mustPost(path, body, UUID.randomUUID().toString())
                .required("id")
                .asString();
    }
}
