package io.platen.localstack.demo;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.localstack.StackFailure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The people of the demo: every role at least once. */
public final class DemoPeople {
    /** Of all of them; the stack listens on this machine only. */
    public static final String PASSWORD = "Paper-Tray-2026";

    /** A person at a customer. */
    public record Customer(String name, String email, String language, String account, CustomerRole role) {}

    /** A person of the dealer. */
    public record Staff(String name, String email, String language, StaffRole role, List<String> regions) {}

    public static final List<Customer> CUSTOMERS = List.of(
            new Customer(
                    "Joris van Dijk", "joris.vandijk@vandijk.example", "nl", "NL-10021", CustomerRole.ADMINISTRATOR),
            new Customer("Anna Jansen", "anna.jansen@vandijk.example", "nl", "NL-10021", CustomerRole.DEVICE_MANAGER),
            new Customer(
                    "Pieter Bakker", "pieter.bakker@vandijk.example", "nl", "NL-10021", CustomerRole.STOCK_MANAGER),
            new Customer(
                    "Fleur Visser",
                    "fleur.visser@vandijk.example",
                    "en",
                    "NL-10021",
                    CustomerRole.DEVICE_STOCK_MANAGER),
            new Customer("Sem Mulder", "sem.mulder@vandijk.example", "nl", "NL-10021", CustomerRole.KNOWLEDGE_USER),
            new Customer("Lotte Smit", "lotte.smit@noordzee.example", "nl", "NL-10088", CustomerRole.DEVICE_MANAGER),
            new Customer(
                    "Inês Carvalho", "ines.carvalho@atlantica.example", "pt", "PT-20007", CustomerRole.ADMINISTRATOR),
            new Customer("Rui Almeida", "rui.almeida@atlantica.example", "pt", "PT-20007", CustomerRole.DEVICE_MANAGER),
            new Customer("Emily Clarke", "emily.clarke@harrow.example", "en", "GB-30015", CustomerRole.DEVICE_MANAGER));

    public static final List<Staff> STAFF = List.of(
            new Staff(
                    "Mila de Boer",
                    "mila.deboer@platen.example",
                    "nl",
                    StaffRole.CONTACT_CENTRE,
                    List.of("NL", "PT", "GB")),
            new Staff(
                    "Tiago Ramos", "tiago.ramos@platen.example", "pt", StaffRole.DISPATCH_PLANNER, List.of("NL", "PT")),
            new Staff("Daan Vermeer", "daan.vermeer@platen.example", "nl", StaffRole.SERVICE_ENGINEER, List.of("NL")),
            new Staff("Beatriz Nunes", "beatriz.nunes@platen.example", "pt", StaffRole.SERVICE_ENGINEER, List.of("PT")),
            new Staff("Owen Hughes", "owen.hughes@platen.example", "en", StaffRole.SERVICE_ENGINEER, List.of("GB")),
            new Staff(
                    "Eva Lindqvist",
                    "eva.lindqvist@platen.example",
                    "en",
                    StaffRole.WEB_ADMINISTRATOR,
                    List.of("NL", "PT", "GB")),
            new Staff(
                    "Bram Hendriks",
                    "bram.hendriks@platen.example",
                    "nl",
                    StaffRole.BILLING_CLERK,
                    List.of("NL", "PT", "GB")));

    private DemoPeople() {}

    /** Who hands in the reads of an account. */
    static Customer deviceManager(String account) {
        return CUSTOMERS.stream()
                .filter(person -> person.account().equals(account) && person.role() == CustomerRole.DEVICE_MANAGER)
                .findFirst()
                .orElseThrow();
    }

    static Staff staff(StaffRole role) {
        return STAFF.stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Who may have devices assigned. */
    static List<Customer> assignees(String account) {
        return CUSTOMERS.stream()
                .filter(person -> person.account().equals(account) && person.role() != CustomerRole.KNOWLEDGE_USER)
                .toList();
    }

    /** The address of the person meant by a whole address, the part before the at sign, or a first name. */
    public static String email(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return emails().filter(email ->
                        email.equals(wanted) || email.startsWith(wanted + "@") || email.startsWith(wanted + "."))
                .findFirst()
                .orElseThrow(() -> new StackFailure("Nobody of the demo is called '" + name + "'. There are: "
                        + String.join(
                                ", ",
                                emails().map(email -> email.substring(0, email.indexOf('@')))
                                        .toList())));
    }

    private static Stream<String> emails() {
        return Stream.concat(
                CUSTOMERS.stream().map(Customer::email), STAFF.stream().map(Staff::email));
    }

    /** All of them with what they may do, for the terminal. */
    public static String table() {
        var table = new StringBuilder();
        table.append(line("demo user", "role", "where"));
        table.append(line("-".repeat(34), "-".repeat(30), "-".repeat(24)));
        for (var person : CUSTOMERS) {
            table.append(line(person.email(), words(person.role().name()), DemoAccounts.name(person.account())));
        }
        for (var person : STAFF) {
            table.append(
                    line(person.email(), words(person.role().name()), "staff " + String.join(", ", person.regions())));
        }
        table.append("\n  Password of all of them: ").append(PASSWORD).append('\n');
        return table.toString();
    }

    private static String line(String first, String second, String third) {
        return String.format(Locale.ROOT, "  %-34s %-30s %s%n", first, second, third);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
