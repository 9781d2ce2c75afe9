package io.platen.localstack.demo;

import io.platen.contracts.access.StaffRole;
import io.platen.localstack.access.PlatenApi;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What goes on at the demo dealer's: a contract for every customer, automatic toner, and some tickets in work. */
final class DemoFlows {
    /** Under each customer's contract. */
    private static final int COVERED = 24;
    /** The read of this month is due then, so that there is something on the due list on whatever day one looks. */
    private static final int DUE_IN_DAYS = 2;
    /** Back to the first reads of the fleet. */
    private static final int BILLED_DAYS = 28;

    private final DemoLedger ledger;
    private final PlatenApi admin;
    private final Function<String, PlatenApi> as;
    private final LocalDate today;

    /** @param as the API as somebody with that e-mail address */
    DemoFlows(DemoLedger ledger, PlatenApi admin, Function<String, PlatenApi> as, LocalDate today) {
        this.ledger = ledger;
        this.admin = admin;
        this.as = as;
        this.today = today;
    }

    void load(List<DemoDevice> devices) {
        var clerk = as.apply(DemoPeople.staff(StaffRole.BILLING_CLERK).email());
        int number = 0;
        for (var account : DemoAccounts.ALL) {
            contract(account, ++number, devices, clerk);
        }
        invoice(clerk);
        devices.stream()
                .filter(DemoDevice::reported)
                .filter(device -> !device.model().colours().isEmpty())
                .forEach(this::autoToner);
        tickets(devices);
    }

    private void contract(DemoAccounts.Account account, int number, List<DemoDevice> devices, PlatenApi clerk) {
        var covered = devices.stream()
                .filter(device -> device.account().equals(account.customerAccountNumber()))
                .limit(COVERED)
                .map(device -> ledger.id(device.key()))
                .toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("number", contractNumber(number));
        body.put("accountId", ledger.id("account/" + account.customerAccountNumber()));
        body.put("deviceIds", covered);
        var start = today.plusDays(DUE_IN_DAYS + 1).minusMonths(6);
        body.put("start", start.toString());
        body.put("end", start.plusYears(3).minusDays(1).toString());
        body.put("maintenance", true);
        body.put("supplies", true);
        body.put("currency", account.country().equals("GB") ? "GBP" : "EUR");
        body.put("rates", Map.of("total", "0.0079", "colour", "0.0520"));
        body.put("includedPages", Map.of("total", 10_000));
        body.put("meterCycle", "MONTHLY");
        ledger.once(
                "contract/" + number,
                () -> clerk.mustPost("/api/contracts", body, "demo-contract-" + number)
                        .required("contractId")
                        .asString());
    }

    private static String contractNumber(int number) {
        return "MPS-" + (4_100 + number);
    }

    /** The first customer's, over the days on which the fleet was read. */
    private void invoice(PlatenApi clerk) {
        ledger.once(
                "invoice/1",
                () -> clerk.mustPost(
                                "/api/contracts/" + contractNumber(1) + "/usage-invoices",
                                Map.of(
                                        "from", today.minusDays(BILLED_DAYS).toString(),
                                        "until", today.minusDays(1).toString()),
                                "demo-invoice-1")
                        .required("number")
                        .asString());
    }

    private void autoToner(DemoDevice device) {
        var label = Map.of(
                "attention", "Room " + device.room(),
                "street", device.site().street(),
                "postalCode", device.site().postalCode(),
                "city", device.site().city(),
                "country", device.country());
        ledger.once(
                "auto-toner/" + device.serialNumber(),
                () -> admin.mustPut(
                                "/api/devices/" + ledger.id(device.key()) + "/auto-toner",
                                label,
                                "demo-auto-toner-" + device.serialNumber())
                        .required("state")
                        .asString());
    }

    private void tickets(List<DemoDevice> devices) {
        var desk = as.apply(DemoPeople.staff(StaffRole.CONTACT_CENTRE).email());
        var anna = as.apply(DemoPeople.email("anna.jansen"));
        var lotte = as.apply(DemoPeople.email("lotte.smit"));
        var faulty = ticket(
                1,
                anna,
                devices,
                "NL-10021",
                "DEVICE_FAULT",
                "Printer stopt met code C-2557",
                "Na elke twintig pagina's stopt hij; uit- en aanzetten helpt even.");
        priority(desk, faulty, true, false);
        var lines = ticket(
                2,
                anna,
                devices,
                "NL-10021",
                "PRINT_QUALITY",
                "Grijze strepen op elke pagina",
                "Sinds vanmorgen, uit beide laden.");
        priority(desk, lines, false, true);
        ticket(
                3,
                lotte,
                devices,
                "NL-10088",
                "PAPER_JAM",
                "Papier loopt vast bij dubbelzijdig",
                "Alleen bij papier van 160 gram, laatste lade.");
    }

    private String ticket(
            int number,
            PlatenApi requester,
            List<DemoDevice> devices,
            String account,
            String topic,
            String subject,
            String description) {
        var device = devices.stream()
                .filter(one -> one.account().equals(account) && DemoData.isAssigned(one))
                .skip(number)
                .findFirst()
                .orElseThrow();
        return ledger.once(
                "ticket/" + number,
                () -> requester
                        .mustPost(
                                "/api/tickets",
                                Map.of(
                                        "kind", "INCIDENT",
                                        "subject", subject,
                                        "description", description,
                                        "topic", topic,
                                        "deviceId", ledger.id(device.key())),
                                "demo-ticket-" + number)
                        .required("reference")
                        .asString());
    }

    private void priority(PlatenApi desk, String reference, boolean critical, boolean workaround) {
        ledger.once(
                "priority/" + reference,
                () -> desk.mustPost(
                                "/api/tickets/" + reference + "/priority",
                                Map.of("businessCritical", critical, "workaround", workaround),
                                "demo-priority-" + reference)
                        .required("priority")
                        .asString());
    }
}
