package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.demo.DemoPeople;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A customer of the dealer in the Netherlands, whose machines are under contract and due to be read in two days. */
final class Premises {
    static final int FIRST_READ = 10_000;
    private static final int READ_DAYS_AGO = 20;
    private final LocalStack stack;
    private final String key;
    private final String account;
    private final List<String> devices;

    private Premises(LocalStack stack, String key, String account, List<String> devices) {
        this.stack = stack;
        this.key = key;
        this.account = account;
        this.devices = List.copyOf(devices);
    }

    /** @param key two digits, so that no two customers share a number */
    static Premises load(LocalStack stack, String key, int machines) {
        var admin = stack.api(stack.adminToken());
        var account = id(admin.mustPost(
                "/api/accounts",
                Map.of(
                        "customerAccountNumber",
                        "NL-960" + key,
                        "systemAccountNumber",
                        systemAccountNumber(key),
                        "name",
                        "Premises " + key,
                        "country",
                        "NL",
                        "region",
                        "NL"),
                "premises-" + key));
        hire(admin, administrator(key), account, "ADMINISTRATOR");
        var manager = hire(admin, manager(key), account, "DEVICE_MANAGER");
        var model = id(admin.mustPost(
                "/api/models",
                Map.of(
                        "manufacturer",
                        "Ostrel",
                        "name",
                        "Ostrel " + key,
                        "counters",
                        List.of("TOTAL"),
                        "tonerColours",
                        List.of("BLACK"),
                        "autoTonerCapable",
                        true),
                "premises-model-" + key));
        var devices = new ArrayList<String>();
        for (int i = 0; i < machines; i++) {
            devices.add(id(admin.mustPost(
                    "/api/devices",
                    Map.of("modelId", model, "serialNumber", serial(key, i), "accountId", account, "location", place()),
                    "premises-device-" + key + "-" + i)));
        }
        var premises = new Premises(stack, key, account, devices);
        premises.contract();
        for (int i = 0; i < machines; i++) {
            var device = devices.get(i);
            admin.mustPut("/api/devices/" + device + "/assignments/" + manager, Map.of(), "premises-assign-" + key + i);
            premises.read(device, today().minusDays(READ_DAYS_AGO), FIRST_READ);
        }
        return premises;
    }

    private static String hire(PlatenApi admin, String email, String account, String role) {
        return id(admin.mustPost(
                "/api/users",
                Map.of(
                        "email",
                        email,
                        "name",
                        email.substring(0, email.indexOf('@')),
                        "language",
                        "en",
                        "password",
                        DemoPeople.PASSWORD,
                        "customer",
                        Map.of("accountId", account, "role", role)),
                "premises-" + email));
    }

    /** Read on the last day of each month of the contract, the next time in two days. */
    private void contract() {
        Cast.as(stack, Cast.CLERK)
                .mustPost(
                        "/api/contracts",
                        Map.of(
                                "number",
                                contractNumber(),
                                "accountId",
                                account,
                                "deviceIds",
                                devices,
                                "start",
                                today().plusDays(3).minusMonths(2).toString(),
                                "end",
                                today().plusYears(1).toString(),
                                "maintenance",
                                true,
                                "supplies",
                                true,
                                "currency",
                                "EUR",
                                "rates",
                                Map.of("total", "0.0125"),
                                "meterCycle",
                                "MONTHLY"),
                        "premises-contract-" + key);
    }

    void read(String device, LocalDate day, int pages) {
        asManager()
                .mustPost(
                        "/api/devices/" + device + "/reads",
                        Map.of("readOn", day.toString(), "counters", Map.of("total", pages)),
                        "premises-read-" + device + day);
    }

    String contractNumber() {
        return "PREM-" + key;
    }

    String systemAccountNumber() {
        return systemAccountNumber(key);
    }

    String account() {
        return account;
    }

    List<String> devices() {
        return devices;
    }

    String serial(int machine) {
        return serial(key, machine);
    }

    String manager() {
        return manager(key);
    }

    String administrator() {
        return administrator(key);
    }

    PlatenApi asManager() {
        return stack.api(stack.token(manager(), DemoPeople.PASSWORD));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Map<String, Object> place() {
        return Map.of(
                "site", "Works",
                "street", "Dijk 1",
                "postalCode", "4331 AB",
                "city", "Middelburg",
                "country", "NL",
                "timeZone", "UTC");
    }

    private static String serial(String key, int machine) {
        return String.format(Locale.ROOT, "OL96%s-%04d", key, machine);
    }

    private static String administrator(String key) {
        return "boss" + key + "@premises.example";
    }

    private static String manager(String key) {
        return "reader" + key + "@premises.example";
    }

    private static String systemAccountNumber(String key) {
        return "7000960" + key;
    }

    private static String id(JsonNode answer) {
        return answer.required("id").asString();
    }
}
