package io.platen.localstack.demo;

import java.util.List;

/** The customers of the demo; every name is invented. */
final class DemoAccounts {

    /** A customer with both numbers and the sites its devices stand at. */
    record Account(
            String customerAccountNumber,
            String systemAccountNumber,
            String name,
            String country,
            String region,
            int devices,
            List<Site> sites) {}

    record Site(String name, String street, String postalCode, String city, String timeZone) {}

    static final List<Account> ALL = List.of(
            new Account(
                    "NL-10021",
                    "700010021",
                    "Van Dijk Logistiek",
                    "NL",
                    "NL",
                    78,
                    List.of(
                            new Site("Hoofdkantoor", "Kanaaldijk 14", "5611 CB", "Eindhoven", "Europe/Amsterdam"),
                            new Site("Magazijn Zuid", "Havenweg 203", "4815 PV", "Breda", "Europe/Amsterdam"),
                            new Site("Kantoor Noord", "Stationsplein 8", "9726 AE", "Groningen", "Europe/Amsterdam"))),
            new Account(
                    "NL-10088",
                    "700010088",
                    "Noordzee Verzekeringen",
                    "NL",
                    "NL",
                    46,
                    List.of(
                            new Site("Toren Scheveningen", "Strandweg 71", "2586 JK", "Den Haag", "Europe/Amsterdam"),
                            new Site("Servicepunt", "Markt 5", "4331 LJ", "Middelburg", "Europe/Amsterdam"))),
            new Account(
                    "PT-20007",
                    "700020007",
                    "Atlântica Seguros",
                    "PT",
                    "PT",
                    42,
                    List.of(
                            new Site("Sede", "Rua do Alecrim 38", "1200-018", "Lisboa", "Europe/Lisbon"),
                            new Site("Delegação Norte", "Rua de Cedofeita 210", "4050-174", "Porto", "Europe/Lisbon"),
                            new Site(
                                    "Delegação Açores",
                                    "Rua dos Mercadores 12",
                                    "9500-092",
                                    "Ponta Delgada",
                                    "Atlantic/Azores"))),
            new Account(
                    "GB-30015",
                    "700030015",
                    "Harrow & Finch Solicitors",
                    "GB",
                    "GB",
                    34,
                    List.of(
                            new Site("Head office", "22 Lamb's Passage", "EC1Y 8TQ", "London", "Europe/London"),
                            new Site("Leeds office", "7 Park Row", "LS1 5HD", "Leeds", "Europe/London"))));

    private DemoAccounts() {}

    static Account of(String customerAccountNumber) {
        return ALL.stream()
                .filter(account -> account.customerAccountNumber().equals(customerAccountNumber))
                .findFirst()
                .orElseThrow();
    }

    static String name(String customerAccountNumber) {
        return of(customerAccountNumber).name();
    }
}
