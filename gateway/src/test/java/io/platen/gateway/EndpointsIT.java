package io.platen.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.gateway.route.PassedOn;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
        CUSTOMER(AgentRegistered.class);

        final Class<? extends PublishedEvent> type;

        Happening(Class<? extends PublishedEvent> type) {
            this.type = type;
        }

        boolean isSaidBy(LiveStream.Told told, Thing thing) {
            return told.type().equals(type.getSimpleName())
                    && told.isAbout(
                            switch (this) {
                                case DEVICE, READ -> thing.device();
                                case PERSON -> thing.person();
                                case CUSTOMER -> thing.account();
                            });
        }
    }

    private record Thing(DeviceId device, AccountId account, String number, UserId person) {}

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
        }
        var assigned = requireNonNull(things.get("assigned")).device();
        for (var role : CustomerRole.values()) {
            tell("assignment-" + role, account(), new DeviceAssigned(assigned, account(), user(role)));
        }
        await().atMost(PATIENCE).until(this::known);
    }

    private boolean known() {
        var devices =
                things.values().stream().map(thing -> thing.device().value()).toList();
        return jdbc.sql("""
                        select (select count(*) from view_device
                                where device_id in (:devices) and account_id is not null and serial_number is not null) = 3
                           and (select count(*) from view_account where account_id in (:accounts)) = 2
                           and (select count(*) from view_low_toner where device_id in (:devices)) = 3
                           and (select count(*) from view_assignment where device_id in (:devices)) = :people
                        """)
                .param("devices", devices)
                .param("accounts", List.of(account().value(), other.value()))
                .param("people", CustomerRole.values().length)
                .query(Boolean.class)
                .single();
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        var scopes = new TreeMap<String, Map<String, String>>();
        things.forEach((name, thing) ->
                scopes.put(name, Map.of("id", thing.device().toString(), "systemAccountNumber", thing.number())));
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
                "/api/customers?size=100",
                "/api/dashboard",
                "/api/devices?size=100",
                "/api/devices?size=100&assigned=false",
                "/api/devices?size=100&assigned=true")) {
            var answers = new LinkedHashMap<String, Http.Answer>();
            callers.forEach((caller, token) -> answers.put(caller, http.get(path, token)));
            things.forEach((scope, thing) -> found.add(row(path, scope, callers, caller -> {
                var answer = requireNonNull(answers.get(caller));
                var mark = path.startsWith("/api/customers") ? thing.number() : thing.device();
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
        return new Thing(DeviceId.random(), account, "S-" + account, UserId.random());
    }
}
