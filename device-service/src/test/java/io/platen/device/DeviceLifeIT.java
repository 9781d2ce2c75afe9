package io.platen.device;

import static io.platen.device.Fleet.CONTACT_CENTRE;
import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.results;
import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.device.directory.Customers;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a machine goes through between its registration and the day it leaves. */
@PlatenIT(properties = DeviceLifeIT.OFTEN)
class DeviceLifeIT {

    static final String OFTEN = "platen.device.check-interval=200ms";

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Environment environment;

    @Autowired
    private Events events;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    private Fleet fleet;
    private AccountId account;
    private UserId manager;
    private String administrator;
    private String deviceManager;
    private String model;
    private DeviceId device;
    private String serial;

    @BeforeEach
    void aDeviceOnAnAccount() {
        fleet = new Fleet(port, context);
        account = fleet.account();
        manager = fleet.user(account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        administrator = token(UserId.random(), account, CustomerRole.ADMINISTRATOR);
        deviceManager = token(manager, account, CustomerRole.DEVICE_MANAGER);
        model = fleet.model(true, true);
        serial = serial();
        device = fleet.device(model, serial, account);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    // ---- notes (DEV-09 to DEV-12)

    @Test
    void aNoteIsStoredByItselfAndTheLaterEditWins() {
        var first = "/api/devices/" + device + "/notes/1";

        assertThat(note(first, administrator, " Beside the lift ")).isEqualTo(204);
        assertThat(note(first, administrator, "Beside the lift")).isEqualTo(204);
        assertThat(note("/api/devices/" + device + "/notes/2", administrator, "Key at the desk"))
                .isEqualTo(204);
        assertThat(note(first, WEB_ADMINISTRATOR, "x")).isEqualTo(403);
        assertThat(note("/api/devices/" + device + "/notes/3", administrator, "x"))
                .isEqualTo(404);
        assertThat(note(first, deviceManager, "x")).isEqualTo(404);
        assign(manager);
        assertThat(note(first, deviceManager, "Second floor")).isEqualTo(204);

        var edited = events.await(
                Topic.DEVICE,
                DeviceNoteChanged.class,
                event -> event.deviceId().equals(device) && event.text().equals("Second floor"));
        assertThat(edited.previous()).isEqualTo("Beside the lift");
        assertThat(fleet.stored(device, "NoteChanged")).isEqualTo(3);
    }

    @Test
    void aNoteOfMoreThanAHundredCharactersIsRefused() {
        var answer = fleet.put(
                "/api/devices/" + device + "/notes/1", administrator, "{\"text\":\"" + "é".repeat(101) + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOTE_TOO_LONG");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("text");
        assertThat(note("/api/devices/" + device + "/notes/1", administrator, "é".repeat(100)))
                .isEqualTo(204);
    }

    @Test
    void notesMayBeFilledInWhileTaking() {
        var browsing = token(manager, account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var answer = fleet.post("/api/my-devices", browsing, """
                {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, device));

        assertThat(results(answer)).containsExactly("ASSIGNED");
        events.await(
                Topic.DEVICE, DeviceNoteChanged.class, event -> event.deviceId().equals(device) && event.note() == 2);
    }

    @Test
    void aNoteThatIsTooLongTakesNothing() {
        var browsing = token(manager, account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var answer = fleet.post("/api/my-devices", browsing, """
                {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"%s"}]}""".formatted(device, device, "x".repeat(101)));

        assertThat(answer.code()).isEqualTo("NOTE_TOO_LONG");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("notes[0].text");
        assertThat(jdbc.sql("select count(*) from device_assignment where device_id = ?")
                        .param(device.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMayNotEditNotesMayNotFillThemIn() {
        var stock = token(
                fleet.user(account, CustomerRole.STOCK_MANAGER, Function.DEVICE_BROWSE_ACCOUNT),
                account,
                CustomerRole.STOCK_MANAGER,
                Function.DEVICE_BROWSE_ACCOUNT);

        assertThat(fleet.post("/api/my-devices", stock, """
                        {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, device))
                        .status())
                .isEqualTo(403);
        assertThat(fleet.post("/api/my-devices", stock, """
                        {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, DeviceId.random()))
                        .status())
                .isEqualTo(400);
    }

    // ---- assignments (DEV-07) and what ends them

    @Test
    void manyDevicesAreAssignedAndWithdrawnRowByRow() {
        var second = fleet.device(model, serial(), account);
        var foreign = fleet.device(model, serial(), fleet.account());
        var body =
                "{\"userId\":\"%s\",\"deviceIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(manager, device, foreign, second);
        assign(manager);

        assertThat(results(fleet.post("/api/assignments", administrator, body)))
                .containsExactly("ALREADY_ASSIGNED", "NOT_FOUND", "ASSIGNED");
        assertThat(results(fleet.post("/api/assignments", WEB_ADMINISTRATOR, body)))
                .containsExactly("ALREADY_ASSIGNED", "USER_NOT_ON_ACCOUNT", "ALREADY_ASSIGNED");
        assertThat(results(fleet.post("/api/assignments/withdrawals", administrator, body)))
                .containsExactly("WITHDRAWN", "NOT_FOUND", "WITHDRAWN");
        assertThat(results(fleet.post("/api/assignments/withdrawals", administrator, body)))
                .containsExactly("NOT_ASSIGNED", "NOT_FOUND", "NOT_ASSIGNED");
        assertThat(fleet.stored(assignment(device), "AssignmentEnded")).isEqualTo(1);
        assertThat(fleet.post("/api/assignments", deviceManager, body).status()).isEqualTo(403);
        var stranger = token(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        assertThat(fleet.post("/api/assignments", stranger, body).status()).isEqualTo(404);
    }

    @Test
    void aRoleWithoutDevicesEndsTheAssignmentsOfThatAccountAlone() {
        var elsewhere = fleet.account();
        fleet.role(manager, elsewhere, CustomerRole.DEVICE_MANAGER, 2);
        await().until(() -> customers.accountsOf(manager).contains(elsewhere));
        var other = fleet.device(model, serial(), elsewhere);
        assign(manager);
        assertThat(results(fleet.post(
                        "/api/assignments",
                        WEB_ADMINISTRATOR,
                        "{\"userId\":\"%s\",\"deviceIds\":[\"%s\"]}".formatted(manager, other))))
                .containsExactly("ASSIGNED");

        fleet.role(manager, account, CustomerRole.KNOWLEDGE_USER, 3);

        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.userId().equals(manager) && event.deviceId().equals(device));
        assertThat(fleet.stored(assignment(other), "AssignmentEnded")).isZero();
        assertThat(results(fleet.post(
                        "/api/assignments",
                        WEB_ADMINISTRATOR,
                        "{\"userId\":\"%s\",\"deviceIds\":[\"%s\"]}".formatted(manager, device))))
                .containsExactly("USER_NOT_ON_ACCOUNT");

        fleet.role(manager, account, CustomerRole.DEVICE_MANAGER, 1); // told again, late
        fleet.role(manager, account, CustomerRole.STOCK_MANAGER, 4);
        await().until(() -> customers.accountsOf(manager).contains(account));
        assign(manager);
        fleet.role(manager, account, CustomerRole.KNOWLEDGE_USER, 3);
        fleet.role(manager, AccountId.random(), CustomerRole.DEVICE_MANAGER, 5);
        await().until(() -> customers.accountsOf(manager).size() == 3);
        assertThat(fleet.stored(assignment(device), "AssignmentEnded")).isEqualTo(1);
    }

    // ---- leaving the account (DEV-23)

    @Test
    void theContactCentreRemovesADeviceWithAllThatHangsOnIt() {
        assign(manager);
        note("/api/devices/" + device + "/notes/1", administrator, "Beside the lift");
        var group = group("Floor 2", device);
        covered(device, account);

        assertThat(remove("{\"reason\":\" Sold \"}", administrator)).isEqualTo(403);
        assertThat(remove("{\"reason\":\" \"}", CONTACT_CENTRE)).isEqualTo(400);
        assertThat(remove("{\"reason\":\" Sold \"}", CONTACT_CENTRE)).isEqualTo(204);

        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.deviceId().equals(device) && event.userId().equals(manager));
        var left = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(left.devices()).isEmpty();
        events.await(
                Topic.DEVICE,
                DeviceNoteChanged.class,
                event -> event.deviceId().equals(device) && event.previous().equals("Beside the lift"));
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device) && event.contractNumber() == null);
        assertThat(jdbc.sql(
                                "select payload ->> 'reason' from domain_event where aggregate_id = ? and type = 'RemovedFromAccount'")
                        .param(device.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Sold");
        await().until(() -> fleet.put("/api/devices/" + device + "/assignments/" + manager, administrator, "{}")
                        .status()
                == 404);
        await().until(() -> remove("{\"reason\":\"Sold\"}", CONTACT_CENTRE) == 404);
        assertThat(remove("{\"reason\":\"Sold\"}", WEB_ADMINISTRATOR)).isEqualTo(422);
    }

    // ---- requests (DEV-17 to DEV-22)

    @Test
    void aSerialNumberOfAnotherAccountIsShownWithoutItsHolder() {
        var mine = fleet.account();
        var asker = token(
                fleet.user(mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT),
                mine,
                CustomerRole.DEVICE_MANAGER,
                Function.DEVICE_BROWSE_ACCOUNT);

        var answer = validate(asker, mine, serial.toLowerCase(java.util.Locale.ROOT));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("deviceId").asString()).isEqualTo(device.toString());
        assertThat(answer.json().path("manufacturer").asString()).isEqualTo("Corvane");
        assertThat(answer.json().path("location").path("city").asString()).isEqualTo("Lisboa");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("deviceId", "serialNumber", "manufacturer", "model", "location");
        assertThat(answer.body()).doesNotContain(account.toString()).doesNotContain("Acme");
        assertThat(validate(asker, account, serial).status()).isEqualTo(404);
        assertThat(validate(deviceManager, account, serial).status()).isEqualTo(403);
    }

    @Test
    void aSerialNumberOfTheOwnAccountPointsToAssigning() {
        var answer = validate(administrator, account, serial);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("ALREADY_IN_ACCOUNT");
        assertThat(answer.json().path("deviceId").asString()).isEqualTo(device.toString());
    }

    @Test
    void aNumberThatSeveralMakersUseShowsAllOfThem() {
        var shared = serial();
        var one = fleet.device(model, shared, fleet.account());
        var two = fleet.device(fleet.model(false, false), shared, null);

        var candidates = validate(administrator, account, shared).json().path("candidates");

        assertThat(candidates.values().stream()
                        .map(candidate -> candidate.path("deviceId").asString()))
                .containsExactlyInAnyOrder(one.toString(), two.toString());
    }

    @Test
    void whoGuessesTenTimesInAnHourWaitsForAnHourAtEveryInstance() {
        try (var another = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var elsewhere = new Http(another.port());
            var elsewheresClock = another.context().getBean(MutableClock.class);
            await().until(() ->
                    validate(elsewhere, administrator, account, serial).status() == 409);
            for (int i = 0; i < 9; i++) {
                var unknown = validate(i % 2 == 0 ? new Http(port) : elsewhere, administrator, account, "guess-" + i);
                assertThat(unknown.code()).isEqualTo("SERIAL_UNKNOWN");
            }
            // an hour later the nine are forgotten
            move(elsewheresClock, Duration.ofMinutes(61));
            for (int i = 0; i < 10; i++) {
                var unknown = validate(i % 2 == 0 ? new Http(port) : elsewhere, administrator, account, "guess-" + i);
                assertThat(unknown.code()).isEqualTo("SERIAL_UNKNOWN");
                assertThat(unknown.json().path("errors").path(0).path("field").asString())
                        .isEqualTo("serialNumber");
            }
            var blocked = validate(elsewhere, administrator, account, serial);
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.code()).isEqualTo("TOO_MANY_VALIDATIONS");
            assertThat(blocked.json().path("retryAfter").asLong()).isBetween(3_500L, 3_600L);
            assertThat(blocked.header("Retry-After")).isPresent();
            assertThat(validate(administrator, account, serial).status()).isEqualTo(429);
            assertThat(validate(token(UserId.random(), account, CustomerRole.ADMINISTRATOR), account, serial)
                            .status())
                    .isEqualTo(409);

            move(elsewheresClock, Duration.ofMinutes(59));
            assertThat(validate(administrator, account, serial).status()).isEqualTo(429);
            move(elsewheresClock, Duration.ofMinutes(2));
            assertThat(validate(administrator, account, serial).status()).isEqualTo(409);
            assertThat(validate(administrator, account, "guess").code()).isEqualTo("SERIAL_UNKNOWN");
            assertThat(validate(administrator, account, "guess").code()).isEqualTo("SERIAL_UNKNOWN");
        }
    }

    @Test
    void anApprovedRequestMovesTheDeviceAndIsDecidedOnce() {
        var mine = fleet.account();
        var user = fleet.user(mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var asker = token(user, mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        assign(manager);

        var asked = request(asker, mine, device);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var number = asked.json().path("number").asString();
        assertThat(number).matches("DR-\\d{7}");
        assertThat(request(asker, mine, device).code()).isEqualTo("REQUEST_PENDING");
        var second = fleet.account();
        assertThat(request(token(UserId.random(), second, CustomerRole.ADMINISTRATOR), second, device)
                        .status())
                .isEqualTo(201);
        assertThat(decide(number, "approval", "{}", administrator)).isEqualTo(403);
        assertThat(decide(number, "approval", "{}", WEB_ADMINISTRATOR)).isEqualTo(204);
        assertThat(decide(number, "rejection", "{\"reason\":\"No\"}", WEB_ADMINISTRATOR))
                .isEqualTo(409);
        assertThat(decide("DR-9999999", "approval", "{}", WEB_ADMINISTRATOR)).isEqualTo(404);

        var requested = events.await(
                Topic.DEVICE, DeviceRequested.class, event -> event.number().equals(number));
        assertThat(requested.serialNumber()).isEqualTo(serial);
        assertThat(requested.requester()).isEqualTo(user);
        events.await(
                Topic.DEVICE,
                DeviceRequestApproved.class,
                event -> event.number().equals(number));
        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.deviceId().equals(device) && event.userId().equals(manager));
        events.await(
                Topic.DEVICE,
                DeviceAddedToAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(mine));
        assertThat(request(asker, mine, device).code()).isEqualTo("ALREADY_IN_ACCOUNT");
        assertThat(results(fleet.post("/api/my-devices", asker, "{\"deviceIds\":[\"" + device + "\"]}")))
                .containsExactly("ASSIGNED");
        assertThat(request(administrator, account, device).status()).isEqualTo(201);
    }

    @Test
    void aRejectedRequestChangesNothingAndMayBeMadeAgain() {
        var mine = fleet.account();
        var asker = token(UserId.random(), mine, CustomerRole.ADMINISTRATOR);
        var number = request(asker, mine, device).json().path("number").asString();

        assertThat(decide(number, "rejection", "{\"reason\":\" \"}", WEB_ADMINISTRATOR))
                .isEqualTo(400);
        assertThat(decide(number, "rejection", "{\"reason\":\"Still with its owner\"}", WEB_ADMINISTRATOR))
                .isEqualTo(204);

        var rejected = events.await(
                Topic.DEVICE,
                DeviceRequestRejected.class,
                event -> event.number().equals(number));
        assertThat(rejected.reason()).isEqualTo("Still with its owner");
        assertThat(fleet.stored(device, "RemovedFromAccount")).isZero();
        assertThat(request(asker, mine, device).status()).isEqualTo(201);
        assertThat(request(asker, mine, DeviceId.random()).status()).isEqualTo(404);
    }

    // ---- coverage (DEV-40)

    @Test
    void aContractCoversFromItsFirstDayInTheDevicesOwnCalendar() {
        var contract = ContractId.random();
        var tomorrow = today().plusDays(1);
        events.publish(activated(contract, "CT-" + contract, tomorrow, tomorrow.plusDays(9)), contract, 0, account);
        await().until(() -> due(device));
        assertThat(fleet.stored(device, "CoverageChanged")).isZero();

        clock.set(tomorrow.atStartOfDay(LISBON).toInstant().plusMillis(1));

        var begun = events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device));
        assertThat(begun)
                .isEqualTo(new DeviceCoverageChanged(device, "CT-" + contract, tomorrow.plusDays(9), true, false));
        clock.set(tomorrow.plusDays(10).atStartOfDay(LISBON).toInstant().plusMillis(1));
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device) && event.contractNumber() == null);
        assertThat(fleet.stored(device, "CoverageChanged")).isEqualTo(2);
        assertThat(due(device)).isFalse();
    }

    @Test
    void contractsMayBeToldInAnyOrderAndAgain() {
        var contract = ContractId.random();
        var successor = fleet.device(model, serial(), account);
        var start = today().minusDays(30);
        var ended = new ContractEnded(contract, "CT-" + contract, account, Set.of(device), today().plusDays(5), "Sold");
        var swapped = new ContractDeviceReplaced(
                contract, "CT-" + contract, account, device, successor, today().minusDays(1));
        var activated = activated(contract, "CT-" + contract, start, start.plusYears(1));

        events.publish(ended, contract, 2, account);
        events.publish(swapped, contract, 1, account);
        var id = events.publish(activated, contract, 0, account);
        var covered = new DeviceCoverageChanged(successor, "CT-" + contract, today().plusDays(5), true, false);
        assertThat(events.await(
                        Topic.DEVICE,
                        DeviceCoverageChanged.class,
                        event -> event.deviceId().equals(successor)))
                .isEqualTo(covered);

        events.publish(id, activated, contract, 0, account);
        events.publish(activated, contract, 0, account);
        events.publish(swapped, contract, 1, account);
        var last = events.publish(ended, contract, 2, account);
        handled("coverage", last);
        assertThat(fleet.stored(device, "CoverageChanged")).isZero();
        assertThat(fleet.stored(successor, "CoverageChanged")).isEqualTo(1);
    }

    // ---- state (DEV-35)

    @Test
    void aMachineIsDownUntilTheLastSuchTicketIsOver() {
        var first = ticket();
        var second = ticket();
        var streaks = ticket();
        var at = Instant.now().minusSeconds(3_600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

        handled("device-state", events.publish(opened(streaks, device, false, at), streaks, 0, account));
        assertThat(fleet.stored(device, "StateChanged")).isZero();
        events.publish(opened(first, device, true, at.plusSeconds(1)), first, 0, account);
        assertThat(state(DeviceState.DOWN))
                .isEqualTo(new DeviceStateChanged(device, DeviceState.DOWN, at.plusSeconds(1), first));
        handled("device-state", events.publish(opened(second, device, true, at.plusSeconds(2)), second, 0, account));
        events.publish(new EngineerArrived(first, UserId.random(), at.plusSeconds(3)), first, 5, account);
        assertThat(state(DeviceState.IN_SERVICE).since()).isEqualTo(at.plusSeconds(3));
        events.publish(new TicketResolved(first, "New fuser", at.plusSeconds(4)), first, 6, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 3);
        handled("device-state", events.publish(new TicketClosed(first, at.plusSeconds(5)), first, 7, account));
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(3);
        events.publish(
                new TicketStateChanged(second, TicketState.PRIORITISED, TicketState.CANCELLED), second, 4, account);
        assertThat(state(DeviceState.WORKING).ticket()).isEqualTo(second);
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(4);
    }

    @Test
    void ticketsMayBeToldInAnyOrderAndAgain() {
        var ticket = ticket();
        var at = Instant.now().minusSeconds(3_600);
        handled(
                "device-state",
                events.publish(new TicketResolved(ticket, "Done", at.plusSeconds(9)), ticket, 6, account));
        handled("device-state", events.publish(new EngineerArrived(ticket, UserId.random(), at), ticket, 5, account));
        handled("device-state", events.publish(opened(ticket, device, true, at), ticket, 0, account));
        assertThat(fleet.stored(device, "StateChanged")).isZero();

        var down = ticket();
        events.publish(opened(down, device, true, at), down, 0, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 1);
        events.publish(new TicketResolved(down, "Done", at.plusSeconds(9)), down, 6, account);
        await().until(() -> fleet.stored(device, "StateChanged") == 2);
        handled("device-state", events.publish(opened(down, device, true, at), down, 0, account));
        handled("device-state", events.publish(new EngineerArrived(down, UserId.random(), at), down, 5, account));
        assertThat(fleet.stored(device, "StateChanged")).isEqualTo(2);
    }

    // ---- monitoring (DEV-25, DEV-33, DEV-34)

    @Test
    void onlyADeviceOfACapableModelBecomesEligible() {
        var incapable = fleet.device(fleet.model(false, false), serial(), account);

        assertThat(eligible(device, "true", administrator)).isEqualTo(403);
        assertThat(eligible(device, "null", CONTACT_CENTRE)).isEqualTo(400);
        assertThat(eligible(device, "true", CONTACT_CENTRE)).isEqualTo(204);
        assertThat(eligible(device, "true", WEB_ADMINISTRATOR)).isEqualTo(204);
        assertThat(eligible(incapable, "true", CONTACT_CENTRE)).isEqualTo(422);

        assertThat(events.await(
                                Topic.DEVICE,
                                RemoteEligibilityChanged.class,
                                event -> event.deviceId().equals(device))
                        .eligible())
                .isTrue();
        assertThat(fleet.stored(device, "EligibilityChanged")).isEqualTo(1);
    }

    @Test
    void aMovedDeviceHasToBeHeardAgain() {
        report(1, Instant.now());
        assertThat(fleet.put("/api/devices/" + device + "/location", administrator, """
                        {"site":"Porto","street":"Rua 1","postalCode":"4000","city":"Porto","country":"PT",
                         "timeZone":"Europe/Lisbon"}""")
                        .status())
                .isEqualTo(204);

        events.await(
                Topic.DEVICE,
                DeviceReconnectionRequired.class,
                event -> event.deviceId().equals(device));
        var seconds = Instant.now().plusSeconds(1);
        report(2, seconds);
        events.await(
                Topic.DEVICE,
                DeviceCommunicationReceived.class,
                event ->
                        event.deviceId().equals(device) && event.observedAt().toEpochMilli() == seconds.toEpochMilli());
    }

    @Test
    void aSilentDeviceIsMissedOnceByTwoInstances() {
        var heard = Instant.now();
        report(1, heard);
        await().until(() -> jdbc.sql("select exists (select from device_contact where device_id = ?)")
                .param(device.value())
                .query(Boolean.class)
                .single());
        try (var another = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var elsewheresClock = another.context().getBean(MutableClock.class);
            var seven = heard.plus(Duration.ofDays(7));
            clock.set(seven.minusSeconds(60));
            elsewheresClock.set(seven.minusSeconds(60));
            report(2, heard.plusSeconds(60)); // not announced to others, but the device knows
            clock.set(seven.plusSeconds(30));
            elsewheresClock.set(seven.plusSeconds(30));
            await().until(() -> jdbc.sql("select last_at >= ? from device_contact where device_id = ?")
                    .params(java.sql.Timestamp.from(heard.plusSeconds(59)), device.value())
                    .query(Boolean.class)
                    .single());
            assertThat(fleet.stored(device, "CommunicationLost")).isZero();

            clock.set(seven.plusSeconds(90));
            elsewheresClock.set(seven.plusSeconds(90));
            var lost = events.await(
                    Topic.DEVICE,
                    DeviceCommunicationLost.class,
                    event -> event.deviceId().equals(device));
            assertThat(lost.lastCommunication().toEpochMilli())
                    .isEqualTo(heard.plusSeconds(60).toEpochMilli());
            await().until(() -> jdbc.sql("select told_for = last_at from device_contact where device_id = ?")
                    .param(device.value())
                    .query(Boolean.class)
                    .single());
        }
        // the one that is left, and one that starts now
        try (var restarted = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var again = fleet.device(model, serial(), account);
            restarted.context().getBean(MutableClock.class).advance(Duration.ofDays(20));
            assertThat(again).isNotNull();
            assertThat(fleet.stored(device, "CommunicationLost")).isEqualTo(1);
        }
    }

    // ---- groups (DEV-42)

    @Test
    void anAdministratorGroupsTheDevicesOfHisAccount() {
        var foreign = fleet.device(model, serial(), fleet.account());
        var group = group("Floor 2", device);

        assertThat(newGroup(administrator, account, " floor 2 ", device).code()).isEqualTo("GROUP_NAME_TAKEN");
        var refused = newGroup(administrator, account, "Floor 3", foreign);
        assertThat(refused.code()).isEqualTo("DEVICE_NOT_ON_ACCOUNT");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("deviceIds[0]");
        assertThat(newGroup(deviceManager, account, "Mine", device).status()).isEqualTo(403);
        var stranger = token(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        assertThat(newGroup(stranger, account, "Mine", device).status()).isEqualTo(404);
        var other = group("Floor 4");
        var path = "/api/device-groups/" + group;
        assertThat(fleet.put(path, administrator, "{\"name\":\"Floor 4\",\"deviceIds\":[]}")
                        .code())
                .isEqualTo("GROUP_NAME_TAKEN");
        assertThat(fleet.put(path, administrator, "{\"name\":\"FLOOR 2\",\"deviceIds\":[\"%s\"]}".formatted(device))
                        .status())
                .isEqualTo(204);
        assertThat(fleet.put(path, stranger, "{\"name\":\"X\",\"deviceIds\":[]}")
                        .status())
                .isEqualTo(404);
        var changed = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(changed.name()).isEqualTo("FLOOR 2");
        assertThat(changed.devices()).containsExactly(device);
        assertThat(fleet.delete(path, stranger).status()).isEqualTo(404);
        assertThat(fleet.delete(path, administrator).status()).isEqualTo(204);
        assertThat(fleet.delete(path, administrator).status()).isEqualTo(404);
        events.await(
                Topic.DEVICE,
                DeviceGroupDeleted.class,
                event -> event.groupId().toString().equals(group));
        assertThat(group("Floor 2")).isNotEqualTo(other);
    }

    // ---- replacement (BEY-12)

    @Test
    void anotherMachineTakesOverPlacePeopleAndGroups() {
        assign(manager);
        note("/api/devices/" + device + "/notes/1", administrator, "Beside the lift");
        var group = group("Floor 2", device);
        var successor = fleet.device(fleet.model(false, false), serial(), null);
        var body = """
                {"newDeviceId":"%s","replacedOn":"%s","finalCounters":{"total":42976,"colour":1200},
                 "firstCounters":{"total":12},"reason":"Burnt out"}""".formatted(successor, today());

        assertThat(replace(body, administrator).status()).isEqualTo(403);
        assertThat(replace(body.replace(",\"colour\":1200", ""), CONTACT_CENTRE)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("finalCounters");
        assertThat(replace(body.replace(today().toString(), today().plusDays(2).toString()), CONTACT_CENTRE)
                        .status())
                .isEqualTo(400);
        var foreign = fleet.device(model, serial(), fleet.account());
        assertThat(replace(body.replace(successor.toString(), foreign.toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("DEVICE_ON_ANOTHER_ACCOUNT");
        assertThat(replace(body.replace(successor.toString(), DeviceId.random().toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("DEVICE_UNKNOWN");
        assertThat(replace(body.replace(successor.toString(), device.toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("REPLACED_BY_ITSELF");
        assertThat(replace(body, CONTACT_CENTRE).status()).isEqualTo(204);

        var replaced = events.await(
                Topic.DEVICE, DeviceReplaced.class, event -> event.deviceId().equals(device));
        assertThat(replaced.newDeviceId()).isEqualTo(successor);
        assertThat(replaced.firstCounters()).hasSize(1);
        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device));
        events.await(
                Topic.DEVICE,
                DeviceAddedToAccount.class,
                event -> event.deviceId().equals(successor) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceAssigned.class,
                event -> event.deviceId().equals(successor) && event.userId().equals(manager));
        var grouped = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(grouped.devices()).containsExactly(successor);
        assertThat(fleet.stored(successor, "NoteChanged")).isZero();
        await().until(() -> note("/api/devices/" + successor + "/notes/1", deviceManager, "Mine") == 204);
    }

    private static PublishedEvent opened(TicketReference ticket, DeviceId device, boolean machineDown, Instant at) {
        return new TicketOpened(
                ticket,
                AccountId.random(),
                "PT",
                TicketKind.INCIDENT,
                "It smokes",
                "It smokes",
                "MACHINE",
                device,
                UserId.random(),
                TicketChannel.PORTAL,
                at,
                machineDown);
    }

    private static TicketReference ticket() {
        return TicketReference.of(ThreadLocalRandom.current().nextLong(1_000_000, 9_999_999_999L));
    }

    private DeviceStateChanged state(DeviceState state) {
        return events.await(
                Topic.DEVICE,
                DeviceStateChanged.class,
                event -> event.deviceId().equals(device) && event.state() == state);
    }

    private void handled(String consumer, String event) {
        await().until(() -> jdbc.sql("select exists (select from inbox where consumer = ? and event_id = ?)")
                .params(consumer, event)
                .query(Boolean.class)
                .single());
    }

    private void covered(DeviceId covered, AccountId holder) {
        var contract = ContractId.random();
        events.publish(activated(contract, "CT-" + contract, today(), today().plusYears(1)), contract, 0, holder);
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(covered));
    }

    private ContractActivated activated(ContractId contract, String number, LocalDate start, LocalDate end) {
        return new ContractActivated(
                contract, number, account, Set.of(device), start, end, true, false, Map.of(), Map.of());
    }

    private boolean due(DeviceId of) {
        return jdbc.sql("select exists (select from coverage_due where device_id = ?)")
                .param(of.value())
                .query(Boolean.class)
                .single();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), LISBON);
    }

    private void move(MutableClock elsewhere, Duration by) {
        clock.advance(by);
        elsewhere.advance(by);
    }

    private void assign(UserId user) {
        assertThat(fleet.put("/api/devices/" + device + "/assignments/" + user, administrator, "{}")
                        .status())
                .isEqualTo(200);
        await().until(() -> jdbc.sql("""
                        select exists (select from access_assignment where device_id = ? and user_id = ? and assigned)""")
                .params(device.value(), user.value())
                .query(Boolean.class)
                .single());
    }

    private io.platen.device.assignment.AssignmentId assignment(DeviceId of) {
        return io.platen.device.assignment.AssignmentId.of(of, manager);
    }

    private int note(String path, String token, String text) {
        return fleet.put(path, token, "{\"text\":\"" + text + "\"}").status();
    }

    private int remove(String body, String token) {
        return fleet.post("/api/devices/" + device + "/removal", token, body).status();
    }

    private Http.Answer replace(String body, String token) {
        return fleet.post("/api/devices/" + device + "/replacement", token, body);
    }

    private int eligible(DeviceId of, String value, String token) {
        return fleet.put("/api/devices/" + of + "/remote-monitoring", token, "{\"eligible\":" + value + "}")
                .status();
    }

    private Http.Answer validate(String token, AccountId on, String number) {
        return validate(new Http(port), token, on, number);
    }

    private static Http.Answer validate(Http http, String token, AccountId on, String number) {
        return http.post(
                "/api/device-requests/validation",
                token,
                "{\"accountId\":\"%s\",\"serialNumber\":\"%s\"}".formatted(on, number));
    }

    private Http.Answer request(String token, AccountId on, DeviceId wanted) {
        return fleet.post(
                "/api/device-requests",
                token,
                "{\"accountId\":\"%s\",\"deviceId\":\"%s\",\"comment\":\"Ours now\"}".formatted(on, wanted));
    }

    private int decide(String number, String decision, String body, String token) {
        return fleet.post("/api/device-requests/" + number + "/" + decision, token, body)
                .status();
    }

    private String group(String name, DeviceId... devices) {
        var answer = newGroup(administrator, account, name, devices);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Http.Answer newGroup(String token, AccountId on, String name, DeviceId... devices) {
        var ids = List.of(devices).stream().map(id -> "\"" + id + "\"").toList();
        return fleet.post(
                "/api/device-groups",
                token,
                "{\"accountId\":\"%s\",\"name\":\"%s\",\"deviceIds\":%s}".formatted(on, name, ids));
    }

    private void report(long sequence, Instant at) {
        var agent = TestTokens.agent(new AgentId(account.value()).toString(), account);
        var answer = fleet.post("/api/agent/reports", agent, """
                {"reports":[{"sequence":%d,"observedAt":"%s","serialNumber":"%s"}]}""".formatted(sequence, at, serial));
        assertThat(results(answer)).as(answer.body()).containsExactly("ACCEPTED");
    }
}
