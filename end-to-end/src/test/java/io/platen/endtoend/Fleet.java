package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.demo.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One customer with twenty printers and the person who reads them, loaded through the public API. */
final class Fleet {
    static final int READS_PER_DEVICE = 25;
    static final int READS = 20 * READS_PER_DEVICE;
    static final String SYSTEM_ACCOUNT_NUMBER = "700099001";
    static final String MANAGER = "meter.manager@fleet.example";
    private static final String DESK = "desk@platen.example";
    private final LocalStack stack;
    private final List<String> devices;

    private final String account;

    private Fleet(LocalStack stack, String account, List<String> devices) {
        this.stack = stack;
        this.account = account;
        this.devices = List.copyOf(devices);
    }

    static Fleet load(LocalStack stack) {
        var admin = stack.api(stack.adminToken());
        var account = id(admin.mustPost(
                "/api/accounts",
                Map.of(
                        "customerAccountNumber", "GB-99001",
                        "systemAccountNumber", SYSTEM_ACCOUNT_NUMBER,
                        "name", "Larkfield Paper Mills",
                        "country", "GB",
                        "region", "GB"),
                "fleet-account"));
        var manager = id(admin.mustPost(
                "/api/users",
                person(MANAGER, "customer", Map.of("accountId", account, "role", "DEVICE_MANAGER")),
                "fleet-manager"));
        admin.mustPost(
                "/api/users",
                person(DESK, "staff", Map.of("role", "CONTACT_CENTRE", "regions", List.of("GB"))),
                "fleet-desk");
        var model = id(admin.mustPost(
                "/api/models",
                Map.of(
                        "manufacturer",
                        "Ostrel",
                        "name",
                        "Ostrel 210M",
                        "counters",
                        List.of("TOTAL"),
                        "tonerColours",
                        List.of("BLACK"),
                        "autoTonerCapable",
                        false),
                "fleet-model"));
        var devices = new ArrayList<String>();
        for (int i = 0; i < READS / READS_PER_DEVICE; i++) {
            var device = id(admin.mustPost(
                    "/api/devices",
                    Map.of(
                            "modelId",
                            model,
                            "serialNumber",
                            String.format(Locale.ROOT, "OL210M09%04d", i),
                            "accountId",
                            account,
                            "location",
                            Map.of(
                                    "site", "Mill",
                                    "street", "4 Weir Lane",
                                    "postalCode", "LS1 5HD",
                                    "city", "Leeds",
                                    "country", "GB",
                                    "timeZone", "Europe/London")),
                    "fleet-device-" + i));
            admin.mustPut("/api/devices/" + device + "/assignments/" + manager, Map.of(), "fleet-assignment-" + i);
            devices.add(device);
        }
        return new Fleet(stack, account, devices);
    }

    private static Map<String, Object> person(String email, String kind, Map<String, Object> place) {
        return Map.of(
                "email",
                email,
                "name",
                email.substring(0, email.indexOf('@')),
                "language",
                "en",
                "password",
                DemoPeople.PASSWORD,
                kind,
                place);
    }

    private static String id(JsonNode answer) {
        return answer.required("id").asString();
    }

    String account() {
        return account;
    }

    List<String> devices() {
        return devices;
    }

    PlatenApi manager() {
        return stack.api(stack.token(MANAGER, DemoPeople.PASSWORD));
    }

    PlatenApi desk() {
        return stack.api(stack.token(DESK, DemoPeople.PASSWORD));
    }
}
