package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.access.PlatenApi;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One account whose devices take one read for each of the last 30 days: reads enough for a benchmark. */
final class Fleet {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "Paper-Tray-2026";
    private static final String EMAIL = "reader@bench.example";
    private static final String DESK = "desk@bench.example";

    private final LocalStack stack;
    private final Queue<Map.Entry<String, Integer>> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger handedOut = new AtomicInteger();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Fleet(LocalStack stack, List<String> devices) {
        this.stack = stack;
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
        post(
                admin,
                "/api/users",
                Map.of(
                        "email",
                        DESK,
                        "name",
                        "Desk",
                        "language",
                        "en",
                        "password",
                        PASSWORD,
                        "staff",
                        Map.of("role", "CONTACT_CENTRE", "regions", List.of("NL"))));
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
        var ids = new ArrayList<String>();
        for (int i = 0; i < devices; i++) {
            ids.add(post(
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
                            location)));
        }
        var fleet = new Fleet(stack, ids);
        fleet.awaitRegisters(ids);
        return fleet;
    }

    /** Until every service knows the devices: the first read of each goes in patiently. */
    private void awaitRegisters(List<String> devices) {
        var reader = stack.api(token());
        for (int i = 0; i < devices.size(); i++) {
            var read = next();
            reader.mustPost("/api/devices/" + read.device() + "/reads", read.body(), read.key());
        }
    }

    String token() {
        return stack.token(EMAIL, PASSWORD);
    }

    /** Of the other party: the contact centre. */
    String tokenOfDesk() {
        return stack.token(DESK, PASSWORD);
    }

    int left() {
        return free.size();
    }

    /** A read that no rule refuses. */
    Read next() {
        var slot = free.remove();
        var day = today.minusDays(slot.getValue());
        var total = 1_000L + (30 - slot.getValue()) * 10L;
        handedOut.incrementAndGet();
        return new Read(
                slot.getKey(),
                UUID.randomUUID().toString(),
                Map.of("readOn", day.toString(), "counters", Map.of("total", total)));
    }

    record Read(String device, String key, Map<String, Object> body) {

        HttpRequest request(LocalStack stack, String token) {
            return HttpRequest.newBuilder(stack.url().resolve("/api/devices/" + device + "/reads"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        }
    }

    private static String post(PlatenApi api, String path, Object body) {
        return api.mustPost(path, body, UUID.randomUUID().toString())
                .required("id")
                .asString();
    }
}
