package io.platen.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.AgentState;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.gateway.route.PassedOn;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who reads what of a device that everybody looks after, of another one of the account, and of one of another account in
 * another region. How far a command reaches that is passed on stands in the tables of the services.
 */
@PlatenIT(
        properties = {
            // none of them is asked, and none that happens to run on this machine
            "platen.services.identity=http://127.0.0.1:1",
            "platen.services.device=http://127.0.0.1:1",
            "platen.services.meter=http://127.0.0.1:1",
            "platen.services.ticket=http://127.0.0.1:1",
            "platen.services.supply=http://127.0.0.1:1",
            "platen.services.billing=http://127.0.0.1:1",
            "platen.services.notification=http://127.0.0.1:1"
        })
class EndpointsIT extends EndpointMatrix {

    private static final Path EXPECTED = Path.of("src/test/resources/scope-matrix.csv");
    private static final Path FOUND = Path.of("target/scope-matrix.csv");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the stream tells, one of each kind. */
    private enum Happening {
        DEVICE(TonerLow.class),
        READ(MeterReadSubmitted.class),
        PERSON(RoleAssigned.class),
        CUSTOMER(AgentRegistered.class),
        AGENT(AgentHealthReported.class),
        TICKET(TicketPrioritised.class),
        NOTE(TicketCommented.class),
        PARCEL(SupplyOrderShipped.class),
        CONTRACT(ContractActivated.class),
        USAGE(UsageRecorded.class),
        INVOICE(UsageInvoiceIssued.class),
        REMARK(DeviceNoteChanged.class),
        DUE(MeterReadDue.class),
        CORRECTION(MeterCorrectionRequested.class),
        INVESTIGATION(MeterInvestigationOpened.class),
        REQUEST(DeviceRequested.class),
        GROUP(DeviceGroupChanged.class);

        final Class<? extends PublishedEvent> type;

        Happening(Class<? extends PublishedEvent> type) {
            this.type = type;
        }

        boolean isSaidBy(LiveStream.Told told, Thing thing) {
            return told.type().equals(type.getSimpleName())
                    && told.isAbout(
                            switch (this) {
                                case DEVICE, READ, REMARK, DUE -> thing.device();
                                case PERSON -> thing.person();
                                case CUSTOMER -> thing.account();
                                case AGENT -> thing.agent();
                                case TICKET, NOTE -> thing.ticket();
                                case PARCEL -> thing.order();
                                case CONTRACT, USAGE -> thing.contract();
                                case INVOICE -> thing.invoice();
                                case CORRECTION -> thing.correctionNumber();
                                case INVESTIGATION -> thing.investigationNumber();
                                case REQUEST -> thing.requestNumber();
                                case GROUP -> thing.group();
                            });
        }
    }

    private record Thing(
            DeviceId device,
            AccountId account,
            String number,
            UserId person,
            TicketReference ticket,
            OrderId order,
            ContractId contract,
            InvoiceId invoice,
            DeviceGroupId group) {

        String invoiceNumber() {
            return "IN-" + invoice;
        }

        AgentId agent() {
            return new AgentId(UUID.nameUUIDFromBytes(device.toString().getBytes(StandardCharsets.UTF_8)));
        }

        /** Of corrections and invoices alike, because one scope has one number. */
        String correctionNumber() {
            return invoiceNumber();
        }

        String investigationNumber() {
            return "MI-" + device;
        }

        String requestNumber() {
            return "DR-" + device;
        }
    }

    private final AccountId other = AccountId.random();
    private final Map<String, Thing> things = new TreeMap<>(Map.of(
            "account", thing(account()),
            "assigned", thing(account()),
            "foreign", thing(other)));
    private final Map<String, Long> sequences = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void devices() {
        tell(account(), account(), registered(account(), "NL"));
        tell(other, other, registered(other, "PT"));
        for (var thing : things.values()) {
            var device = thing.device();
            tell(
                    device,
                    thing.account(),
                    new DeviceRegistered(
                            device,
                            ModelId.random(),
                            "Brother",
                            "HL-L8260CDW",
                            "SN-" + device,
                            null,
                            List.of(Counter.TOTAL),
                            List.of(TonerColour.BLACK),
                            null));
            tell(device, thing.account(), new DeviceAddedToAccount(device, thing.account()));
            tell(device, thing.account(), new TonerLow(device, TonerColour.BLACK, 5, Instant.now()));
            tell(
                    thing.ticket(),
                    thing.account(),
                    new TicketOpened(
                            thing.ticket(),
                            thing.account(),
                            thing.account().equals(other) ? "PT" : "NL",
                            TicketKind.INCIDENT,
                            "Smoke",
                            "Smoke comes out of it",
                            "PRINTER",
                            device,
                            thing.person(),
                            TicketChannel.PORTAL,
                            Instant.now()));
            tell(
                    thing.order(),
                    thing.account(),
                    new AutoTonerOrderPlaced(
                            thing.order(),
                            "AT-" + thing.order(),
                            device,
                            thing.account(),
                            TonerColour.BLACK,
                            new ShippingLabel("Mia", "Acme", "Street 1", "1000", "Utrecht", "NL", "SN"),
                            Instant.now()));
            tell(thing.agent(), thing.account(), new AgentRegistered(thing.agent(), thing.account(), "Basement"));
            tell(thing, Happening.CONTRACT);
            tell(thing, Happening.INVOICE);
            tell(thing, Happening.CORRECTION);
            tell(thing, Happening.INVESTIGATION);
            tell(thing, Happening.REQUEST);
            tell(thing, Happening.GROUP);
            tell(thing, Happening.DUE);
        }
        var visited = requireNonNull(things.get("assigned"));
        tell(
                visited.ticket(),
                account(),
                new EngineerDispatched(
                        visited.ticket(),
                        TestTokens.staffUser(StaffRole.SERVICE_ENGINEER),
                        Instant.now().plusSeconds(3600),
                        Instant.now().plusSeconds(7200)));
        tell(
                visited.ticket(),
                account(),
                new TicketStateChanged(visited.ticket(), TicketState.NEW, TicketState.DISPATCHED));
        var assigned = visited.device();
        for (var role : CustomerRole.values()) {
            tell("assignment-" + role, account(), new DeviceAssigned(assigned, account(), user(role)));
        }
        await().atMost(PATIENCE).until(this::known);
    }

    private boolean known() {
        var devices = values(thing -> thing.device().value());
        return jdbc.sql("""
            select (select count(*) from view_device
                    where device_id in (:devices) and account_id is not null and serial_number is not null) = 3
               and (select count(*) from view_account where account_id in (:accounts)) = 2
               and (select count(*) from view_agent where agent_id in (:agents)) = 3
               and (select count(*) from view_low_toner where device_id in (:devices)) = 3
               and (select count(*) from view_ticket where device_id in (:devices)) = 3
               and (select count(*) from view_ticket
                    where device_id in (:devices) and state = 'DISPATCHED') = 1
               and (select count(*) from view_order where device_id in (:devices)) = 3
               and (select count(*) from view_contract where contract_id in (:contracts)) = 3
               and (select count(*) from view_invoice where invoice_id in (:invoices)) = 3
               and (select count(*) from view_device where device_id in (:devices) and due_on is not null) = 3
               and (select count(*) from view_correction where device_id in (:devices)) = 3
               and (select count(*) from view_investigation where device_id in (:devices)) = 3
               and (select count(*) from view_device_request where device_id in (:devices)) = 3
               and (select count(*) from view_device_group where devices && array[:devices]::uuid[]) = 3
               and (select count(*) from view_assignment where device_id in (:devices)) = :people
            """)
                .param("devices", devices)
                .param("agents", values(thing -> thing.agent().value()))
                .param("contracts", values(thing -> thing.contract().value()))
                .param("invoices", values(thing -> thing.invoice().value()))
                .param("accounts", List.of(account().value(), other.value()))
                .param("people", CustomerRole.values().length)
                .query(Boolean.class)
                .single();
    }

    private List<UUID> values(Function<Thing, UUID> part) {
        return things.values().stream().map(part).toList();
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        var scopes = new TreeMap<String, Map<String, String>>();
        things.forEach((name, thing) -> scopes.put(
                name,
                Map.of(
                        "id", thing.device().toString(),
                        "systemAccountNumber", thing.number(),
                        "reference", thing.ticket().value(),
                        "number", thing.invoiceNumber())));
        scopes.put("unknown", Map.of());
        return scopes;
    }

    /** Nobody serves them here: who is let in is told that the service is away. */
    @Override
    protected List<Endpoint> passedOn() {
        return PassedOn.commands()
                .map(command -> new Endpoint(command.getKey(), command.getValue()))
                .toList();
    }

    /** A list answers everybody who may ask: what matters is what stands in it. */
    @Test
    void listsAndTheStreamTellEachRoleWhatIsInItsScopeAndNothingElse() throws IOException {
        var callers = new LinkedHashMap<>(callers());
        callers.remove("nobody");
        var http = new Http(port);
        var found = new ArrayList<String>();
        found.add("path,scope," + String.join(",", callers.keySet()));
        for (var path : List.of(
                "/api/agents?size=200",
                "/api/board",
                "/api/contracts?size=200",
                "/api/corrections?size=200",
                "/api/device-groups?size=200",
                "/api/device-requests?size=200",
                "/api/investigations?size=200",
                "/api/meters/due?size=200",
                "/api/customers?size=100",
                "/api/dashboard",
                "/api/devices?size=100",
                "/api/devices?size=100&assigned=false",
                "/api/devices?size=100&assigned=true",
                "/api/invoices?size=200",
                "/api/orders?size=200",
                "/api/tickets?size=200",
                "/api/worklist")) {
            var answers = new LinkedHashMap<String, Http.Answer>();
            callers.forEach((caller, token) -> answers.put(caller, http.get(path, token)));
            things.forEach((scope, thing) -> found.add(row(path, scope, callers, caller -> {
                var answer = requireNonNull(answers.get(caller));
                var mark = mark(path, thing);
                return answer.status() == 200
                        ? answer.body().contains("\"" + mark + "\"") ? "seen" : "-"
                        : "" + answer.status();
            })));
        }
        for (var happening : Happening.values()) {
            var streams = new LinkedHashMap<String, LiveStream>();
            try {
                callers.forEach((caller, token) -> streams.put(caller, LiveStream.open(port, token, null)));
                var told = things.values().stream()
                        .map(thing -> tell(thing, happening))
                        .toList();
                await().atMost(PATIENCE).until(() -> inTheStream(told));
                endOfTheRound(streams);
                things.forEach((scope, thing) ->
                        found.add(row("/api/live " + happening.type.getSimpleName(), scope, callers, caller -> {
                            var stream = requireNonNull(streams.get(caller));
                            return stream.status() == 200
                                    ? stream.told().stream().anyMatch(event -> happening.isSaidBy(event, thing))
                                            ? "seen"
                                            : "-"
                                    : "" + stream.status();
                        })));
            } finally {
                streams.values().forEach(LiveStream::close);
            }
        }
        Files.write(FOUND, found);
        assertThat(EXPECTED).as("the table; compare " + FOUND).exists();
        assertThat(found)
                .as("list by scope by role; what was found is in " + FOUND)
                .containsExactlyElementsOf(Files.readAllLines(EXPECTED).stream()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    @Test
    void aPlannerIsToldWhomToAskForAndNotWhereToWriteTo() {
        var person = UserId.random();
        var address = person + "@acme.example";
        var card = "/api/customers/S-" + account();
        var desk = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");
        var planner = TestTokens.staff(StaffRole.DISPATCH_PLANNER, "NL");
        var http = new Http(port);
        tell(person, account(), new UserCreated(person, address, "Anna", "nl"));
        tell(
                person,
                account(),
                new RoleAssigned(
                        person,
                        account(),
                        CustomerRole.DEVICE_MANAGER,
                        PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER)));
        await().atMost(PATIENCE).until(() -> http.get(card, planner).body().contains(person.toString()));

        for (var path : List.of(card, card + "/timeline")) {
            assertThat(http.get(path, desk).body()).contains(address);
            assertThat(http.get(path, planner).body()).contains("UserCreated").doesNotContain(address);
        }
    }

    private static Object mark(String path, Thing thing) {
        return switch (path.split("\\?", 2)[0]) {
            case "/api/agents" -> thing.agent();
            case "/api/customers" -> thing.number();
            case "/api/contracts" -> thing.contract();
            case "/api/corrections" -> thing.correctionNumber();
            case "/api/device-groups" -> thing.group();
            case "/api/device-requests" -> thing.requestNumber();
            case "/api/investigations" -> thing.investigationNumber();
            case "/api/invoices" -> thing.invoice();
            case "/api/orders" -> thing.order();
            case "/api/board", "/api/tickets", "/api/worklist" -> thing.ticket();
            default -> thing.device();
        };
    }

    private static String row(
            String path, String scope, Map<String, String> callers, UnaryOperator<String> fieldOfCaller) {
        return path + "," + scope + ","
                + callers.keySet().stream().map(fieldOfCaller).collect(Collectors.joining(","));
    }

    /** Everybody is told what concerns himself: when that comes, all that came before it has been told or kept back. */
    private void endOfTheRound(Map<String, LiveStream> streams) {
        var people = new LinkedHashMap<String, UserId>();
        for (var role : CustomerRole.values()) {
            people.put(role.name(), user(role));
        }
        for (var role : StaffRole.values()) {
            people.put(role.name(), TestTokens.staffUser(role));
        }
        people.forEach((caller, person) -> tell(person, null, new UserLanguageChanged(person, "nl")));
        people.forEach((caller, person) -> await(caller)
                .atMost(PATIENCE)
                .until(() ->
                        requireNonNull(streams.get(caller)).told().stream().anyMatch(event -> event.isAbout(person))));
    }

    private boolean inTheStream(List<String> eventIds) {
        return jdbc.sql("select count(*) from live_event where event_id in (:ids)")
                        .param("ids", eventIds)
                        .query(Integer.class)
                        .single()
                == eventIds.size();
    }

    private String tell(Thing thing, Happening happening) {
        var device = thing.device();
        return switch (happening) {
            case DEVICE -> tell(device, thing.account(), new TonerLow(device, TonerColour.BLACK, 4, Instant.now()));
            case READ ->
                tell(
                        "register-" + device,
                        thing.account(),
                        new MeterReadSubmitted(
                                ReadId.random(),
                                device,
                                Map.of(Counter.TOTAL, 1000L),
                                LocalDate.of(2026, 10, 1),
                                ReadSource.CUSTOMER,
                                false,
                                Instant.now(),
                                null));
            case PERSON ->
                tell(
                        thing.person(),
                        thing.account(),
                        new RoleAssigned(
                                thing.person(),
                                thing.account(),
                                CustomerRole.DEVICE_MANAGER,
                                PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER)));
            case TICKET ->
                tell(
                        thing.ticket(),
                        thing.account(),
                        new TicketPrioritised(thing.ticket(), 2, true, true, Instant.now(), Instant.now()));
            case NOTE ->
                tell(
                        thing.ticket(),
                        thing.account(),
                        new TicketCommented(
                                thing.ticket(),
                                CommentId.random(),
                                TestTokens.staffUser(StaffRole.CONTACT_CENTRE),
                                true,
                                "Between us",
                                true,
                                Instant.now()));
            case PARCEL ->
                tell(thing.order(), thing.account(), new SupplyOrderShipped(thing.order(), null, null, Instant.now()));
            case CONTRACT ->
                tell(
                        thing.contract(),
                        thing.account(),
                        new ContractActivated(
                                thing.contract(),
                                "CT-" + thing.contract(),
                                thing.account(),
                                Set.of(device),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                true,
                                true,
                                Map.of(Counter.TOTAL, new Amount("EUR", "0.01")),
                                Map.of()));
            case USAGE ->
                tell(
                        "usage-" + thing.contract(),
                        thing.account(),
                        new UsageRecorded(
                                thing.contract(),
                                thing.account(),
                                device,
                                ReadId.random(),
                                LocalDate.of(2026, 10, 1),
                                List.of()));
            case INVOICE ->
                tell(
                        thing.invoice(),
                        thing.account(),
                        new UsageInvoiceIssued(
                                thing.invoice(),
                                thing.invoiceNumber(),
                                thing.contract(),
                                thing.account(),
                                LocalDate.of(2026, 9, 1),
                                LocalDate.of(2026, 9, 30),
                                List.of(),
                                new Amount("EUR", "10.00"),
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 10, 31)));
            case AGENT ->
                tell(
                        thing.agent(),
                        thing.account(),
                        new AgentHealthReported(
                                thing.agent(),
                                thing.account(),
                                "0.1.0",
                                AgentState.OK,
                                Instant.now(),
                                0,
                                0,
                                40,
                                2,
                                Instant.now()));
            case REMARK -> tell(device, thing.account(), new DeviceNoteChanged(device, 1, "Third floor", ""));
            case DUE ->
                tell(
                        "register-" + device,
                        thing.account(),
                        new MeterReadDue(
                                device,
                                LocalDate.of(2026, 11, 30),
                                LocalDate.of(2026, 11, 25),
                                LocalDate.of(2026, 12, 5)));
            case CORRECTION ->
                tell(
                        "register-" + device,
                        thing.account(),
                        new MeterCorrectionRequested(
                                MeterCorrectionId.of(device.toString()),
                                thing.correctionNumber(),
                                device,
                                thing.account(),
                                thing.invoice(),
                                thing.invoiceNumber(),
                                null,
                                LocalDate.of(2026, 10, 1),
                                Map.of(Counter.TOTAL, 900L),
                                "Swapped"));
            case INVESTIGATION ->
                tell(
                        "register-" + device,
                        thing.account(),
                        new MeterInvestigationOpened(
                                MeterInvestigationId.of(device.toString()),
                                thing.investigationNumber(),
                                device,
                                InvestigationCause.IMPLAUSIBLE_JUMP,
                                Map.of(),
                                null,
                                "It jumped"));
            case REQUEST ->
                tell(
                        thing.requestNumber(),
                        thing.account(),
                        new DeviceRequested(
                                DeviceRequestId.of(device.toString()),
                                thing.requestNumber(),
                                thing.account(),
                                device,
                                "SN-" + device,
                                thing.person(),
                                "Ours"));
            case GROUP ->
                tell(
                        thing.group(),
                        thing.account(),
                        new DeviceGroupChanged(thing.group(), thing.account(), "Third floor", Set.of(device)));
            case CUSTOMER -> {
                var agent = new AgentId(UUID.randomUUID());
                yield tell(agent, thing.account(), new AgentRegistered(agent, thing.account(), "Basement"));
            }
        };
    }

    /** @return the event's id */
    private String tell(Object aggregate, @Nullable AccountId account, PublishedEvent event) {
        var sequence = sequences.merge(aggregate.toString(), 1L, Long::sum) - 1;
        return events.publish(event, aggregate, sequence, account);
    }

    private static AccountRegistered registered(AccountId account, String region) {
        return new AccountRegistered(account, "C-" + account, "S-" + account, "Acme", region, region);
    }

    private static Thing thing(AccountId account) {
        return new Thing(
                DeviceId.random(),
                account,
                "S-" + account,
                UserId.random(),
                new TicketReference(
                        "HD-%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L))),
                OrderId.random(),
                ContractId.random(),
                InvoiceId.random(),
                DeviceGroupId.random());
    }
}
