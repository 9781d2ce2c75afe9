package io.platen.localstack.demo;

import io.platen.localstack.printers.PrinterSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A device of the demo and where it stands.
 *
 * @param reported whether a printer reports for it; nobody enters reads for such a device in advance
 */
record DemoDevice(
        String account,
        DemoModel model,
        String serialNumber,
        String equipmentNumber,
        DemoAccounts.Site site,
        String country,
        String room,
        int number,
        boolean reported) {

    /** The account whose agent reads the printers. */
    static final String ACCOUNT_OF_PRINTERS = "NL-10021";

    private static final List<String> ROOMS =
            List.of("0.01", "0.14", "1.03", "1.12", "1.20", "2.05", "2.17", "3.02", "3.11", "4.08");

    /** The whole fleet, always the same. */
    static List<DemoDevice> fleet() {
        var all = new ArrayList<DemoDevice>();
        for (var account : DemoAccounts.ALL) {
            for (int i = 0; i < account.devices(); i++) {
                // a small prime spreads models over sites
                var model = DemoModel.FLEET.get((i * 7 + account.devices()) % DemoModel.FLEET.size());
                var site = account.sites().get(i % account.sites().size());
                var serial = String.format(Locale.ROOT, "%s%04d", model.serialPrefix(), all.size() * 13 + 211);
                all.add(new DemoDevice(
                        account.customerAccountNumber(),
                        model,
                        serial,
                        String.format(Locale.ROOT, "EQ-%06d", 100_000 + all.size()),
                        site,
                        account.country(),
                        ROOMS.get(i % ROOMS.size()),
                        i,
                        false));
            }
        }
        return all;
    }

    /** A printer that answers by SNMP, at the account of the agent. */
    static DemoDevice of(PrinterSheet printer, int number) {
        var account = DemoAccounts.of(ACCOUNT_OF_PRINTERS);
        return new DemoDevice(
                ACCOUNT_OF_PRINTERS,
                DemoModel.of(printer),
                printer.serialNumber(),
                String.format(Locale.ROOT, "EQ-%06d", 200_000 + number),
                account.sites().get(number % account.sites().size()),
                account.country(),
                ROOMS.get(number % ROOMS.size()),
                number,
                true);
    }

    String key() {
        return "device/" + serialNumber;
    }

    Map<String, Object> registration(String modelId, String accountId) {
        var location = new LinkedHashMap<String, Object>();
        location.put("site", site.name());
        location.put("street", site.street());
        location.put("postalCode", site.postalCode());
        location.put("city", site.city());
        location.put("country", country);
        location.put("room", room);
        location.put("timeZone", site.timeZone());
        var body = new LinkedHashMap<String, Object>();
        body.put("modelId", modelId);
        body.put("serialNumber", serialNumber);
        body.put("equipmentNumber", equipmentNumber);
        body.put("accountId", accountId);
        body.put("location", location);
        return body;
    }

    /** What its counters showed that many days ago, growing evenly. */
    Map<String, Object> counters(int daysAgo) {
        int perDay = Math.max(1, model.ratedMonthlyPages() / 30 * (60 + number % 5 * 15) / 100);
        long total = 20_000L + number * 977L + (long) perDay * (40 - daysAgo);
        var counters = new LinkedHashMap<String, Object>();
        counters.put(model.counters().getFirst().equals("BLACK_WHITE") ? "blackWhite" : "total", total);
        if (model.countsColour()) {
            counters.put("colour", total * 3 / 10);
        }
        return counters;
    }
}
