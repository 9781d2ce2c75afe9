package io.platen.localstack.demo;

import io.platen.localstack.Together;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.access.SignIn;
import io.platen.localstack.printers.PrinterSheet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The demo dealer with his customers, their people and devices, some assignments and the reads of the last weeks.
 * Everything goes through the public API, as a customer's own system would do it.
 */
public final class DemoData {
    private static final int AT_ONCE = 6;
    /** Days before today on which the fleet was read; the platform takes reads up to 30 days back. */
    private static final List<Integer> READ_DAYS_AGO = List.of(27, 18, 9);

    private final SignIn signIn;
    private final PlatenApi admin;
    private final URI platform;
    private final DemoLedger ledger;
    private final Clock clock;

    private DemoData(URI platform, String adminToken, DemoLedger ledger, Clock clock) {
        this.platform = platform;
        this.signIn = new SignIn(platform);
        this.admin = new PlatenApi(platform, adminToken);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The agent's credentials and what was new. */
    public record Loaded(String agentClientId, String agentClientSecret, int fresh) {}

    /**
     * Loads what is not there yet.
     *
     * @param ledgerFile where it is noted what is there
     * @param printers what answers by SNMP on this machine; registered to one account, whose agent reads them
     */
    public static Loaded load(
            URI platform,
            java.util.function.Supplier<String> adminToken,
            Path ledgerFile,
            List<PrinterSheet> printers,
            Clock clock) {
        var ledger = new DemoLedger(ledgerFile);
        int before = ledger.size();
        var devices = new ArrayList<>(DemoDevice.fleet());
        for (int i = 0; i < printers.size(); i++) {
            if (!printers.get(i).serialNumber().isBlank()) {
                devices.add(DemoDevice.of(printers.get(i), i));
            }
        }
        if (devices.stream().allMatch(device -> ledger.has(done(device)))
                && ledger.has(AGENT + "/secret")
                && ledger.has(FLOWS)) {
            return new Loaded(ledger.id(AGENT), ledger.id(AGENT + "/secret"), 0);
        }
        try {
            new DemoData(platform, adminToken.get(), ledger, clock).load(devices);
        } finally {
            ledger.save();
        }
        return new Loaded(ledger.id(AGENT), ledger.id(AGENT + "/secret"), ledger.size() - before);
    }

    private static final String AGENT = "agent/" + DemoDevice.ACCOUNT_OF_PRINTERS;

    private static final String FLOWS = "complete/flows";

    private void load(List<DemoDevice> devices) {
        each(DemoAccounts.ALL, this::account);
        agent();
        each(DemoPeople.STAFF, this::staff);
        each(DemoPeople.CUSTOMERS, this::customer);
        each(
                devices.stream()
                        .map(DemoDevice::model)
                        .collect(java.util.stream.Collectors.toMap(
                                DemoModel::key, model -> model, (first, second) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList(),
                this::model);
        each(devices, this::device);
        each(devices, this::assignments);
        var readers = new LinkedHashMap<String, PlatenApi>();
        for (var account : DemoAccounts.ALL) {
            var reader = DemoPeople.deviceManager(account.customerAccountNumber());
            readers.put(account.customerAccountNumber(), as(reader.email()));
        }
        each(devices, device -> {
            var reader = readers.get(device.account());
            if (reader != null && isAssigned(device) && !device.reported()) {
                reads(device, reader);
            }
            ledger.once(done(device), () -> "done");
        });
        new DemoFlows(ledger, admin, this::as, LocalDate.now(clock)).load(devices);
        ledger.once(FLOWS, () -> "done");
    }

    private PlatenApi as(String email) {
        return new PlatenApi(platform, signIn.token(email, DemoPeople.PASSWORD));
    }

    private static String done(DemoDevice device) {
        return "complete/" + device.serialNumber();
    }

    private void account(DemoAccounts.Account account) {
        ledger.once(
                accountKey(account.customerAccountNumber()),
                () -> id(admin.mustPost(
                        "/api/accounts",
                        Map.of(
                                "customerAccountNumber", account.customerAccountNumber(),
                                "systemAccountNumber", account.systemAccountNumber(),
                                "name", account.name(),
                                "country", account.country(),
                                "region", account.region()),
                        "demo-account-" + account.customerAccountNumber())));
    }

    private static String accountKey(String customerAccountNumber) {
        return "account/" + customerAccountNumber;
    }

    /** The secret is shown once, and not to a repeat: one that was not written down is lost with its agent. */
    private void agent() {
        if (ledger.has(AGENT + "/secret")) {
            return;
        }
        var answer = admin.mustPost(
                "/api/agents",
                Map.of("accountId", ledger.id(accountKey(DemoDevice.ACCOUNT_OF_PRINTERS)), "name", "Demo agent"),
                "demo-agent-" + UUID.randomUUID());
        ledger.once(AGENT, () -> answer.required("clientId").asString());
        ledger.once(AGENT + "/secret", () -> answer.required("clientSecret").asString());
        ledger.save();
    }

    private void staff(DemoPeople.Staff person) {
        var body = person(person.name(), person.email(), person.language());
        body.put("staff", Map.of("role", person.role().name(), "regions", person.regions()));
        user(person.email(), body);
    }

    private void customer(DemoPeople.Customer person) {
        var body = person(person.name(), person.email(), person.language());
        body.put(
                "customer",
                Map.of(
                        "accountId",
                        ledger.id(accountKey(person.account())),
                        "role",
                        person.role().name()));
        user(person.email(), body);
    }

    private static Map<String, Object> person(String name, String email, String language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("name", name);
        body.put("language", language);
        body.put("password", DemoPeople.PASSWORD);
        return body;
    }

    private void user(String email, Map<String, Object> body) {
        ledger.once("user/" + email, () -> id(admin.mustPost("/api/users", body, "demo-user-" + email)));
    }

    private void model(DemoModel model) {
        ledger.once(
                model.key(),
                () -> id(admin.mustPost(
                        "/api/models",
                        model.registration(),
                        "demo-model-" + Integer.toHexString(model.key().hashCode()))));
    }

    private void device(DemoDevice device) {
        ledger.once(
                device.key(),
                () -> id(admin.mustPost(
                        "/api/devices",
                        device.registration(ledger.id(device.model().key()), ledger.id(accountKey(device.account()))),
                        "demo-device-" + device.serialNumber())));
    }

    /** Two of five devices have a device manager, and every printer that reports. */
    static boolean isAssigned(DemoDevice device) {
        return device.reported() || device.number() % 5 < 2;
    }

    private void assignments(DemoDevice device) {
        if (!isAssigned(device)) {
            return;
        }
        for (var person : DemoPeople.assignees(device.account())) {
            if (person.equals(DemoPeople.deviceManager(device.account())) || device.number() % 3 == 0) {
                ledger.once("assigned/" + device.serialNumber() + "/" + person.email(), () -> {
                    admin.mustPut(
                            "/api/devices/" + ledger.id(device.key()) + "/assignments/"
                                    + ledger.id("user/" + person.email()),
                            Map.of(),
                            "demo-assign-" + device.serialNumber() + "-" + person.email());
                    return "done";
                });
            }
        }
    }

    private void reads(DemoDevice device, PlatenApi reader) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(device.site().timeZone()));
        int number = 0;
        for (int daysAgo : READ_DAYS_AGO) {
            int readNumber = ++number;
            ledger.once("read/" + device.serialNumber() + "/" + readNumber, () -> {
                read(
                        reader,
                        "/api/devices/" + ledger.id(device.key()) + "/reads",
                        Map.of("readOn", today.minusDays(daysAgo).toString(), "counters", device.counters(daysAgo)),
                        "demo-read-" + device.serialNumber() + "-" + readNumber);
                return "done";
            });
        }
    }

    /** A doubt (a counter that has grown by a digit, say) is confirmed, as the person who typed it would. */
    private static void read(PlatenApi reader, String path, Map<String, Object> read, String key) {
        var answer = reader.patientPost(path, read, key);
        var warningToken = answer.body().path("warningToken").asString("");
        if (warningToken.isEmpty()) {
            PlatenApi.must("POST", path, answer);
        } else {
            var confirmed = new LinkedHashMap<>(read);
            confirmed.put("warningToken", warningToken);
            reader.mustPost(path, confirmed, key + "-confirmed");
        }
    }

    private static String id(JsonNode answer) {
        return answer.required("id").asString();
    }

    private static <T> void each(List<T> all, Consumer<T> work) {
        Together.run(
                AT_ONCE,
                all.stream().map(one -> (Runnable) () -> work.accept(one)).toList());
    }
}
