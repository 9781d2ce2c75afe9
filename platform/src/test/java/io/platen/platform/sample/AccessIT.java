package io.platen.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.platform.access.Access;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleIT
class AccessIT {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final AccountId account = AccountId.random();
    private final DeviceId device = DeviceId.random();
    private final UserId user = UserId.random();
    private final UUID assignment = UUID.randomUUID();
    private final Caller manager = TestTokens.customerCaller(user, account, CustomerRole.DEVICE_MANAGER);
    private final Caller administrator =
            TestTokens.customerCaller(UserId.random(), account, CustomerRole.ADMINISTRATOR);
    private final Caller stranger =
            TestTokens.customerCaller(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aDeviceOnAnAccountInTheNetherlands() {
        handled(new AccountRegistered(account, "C" + account, "S" + account, "Acme", "NL", "NL"), account, 0);
        handled(
                new DeviceRegistered(
                        device, ModelId.random(), "Brother", "HL", "serial", null, List.of(), List.of(), null),
                device,
                0);
        handled(new DeviceAddedToAccount(device, account), device, 0);
    }

    @Test
    void aCustomersReachGoesByRoleAndAssignment() {
        assertThat(get(administrator)).isEqualTo(200);
        assertThat(get(stranger)).isEqualTo(404);
        assertThat(get(manager)).isEqualTo(404);

        handled(new DeviceAssigned(device, account, user), device, 1);
        assertThat(get(manager)).isEqualTo(200);

        handled(new DeviceUnassigned(device, account, user), device, 2);
        assertThat(get(manager)).isEqualTo(404);
    }

    @Test
    void anOlderEventThatComesLateChangesNothing() {
        handled(new DeviceUnassigned(device, account, user), device, 5);
        handled(new DeviceAssigned(device, account, user), device, 4);
        assertThat(get(manager)).isEqualTo(404);

        handled(new DeviceRemovedFromAccount(device, account), device, 7);
        handled(new DeviceAddedToAccount(device, account), device, 6);
        handled(new DeviceAssigned(device, account, user), device, 6);
        assertThat(get(administrator)).isEqualTo(404);
        assertThat(get(manager)).isEqualTo(404);
    }

    @Test
    void aDeviceThatComesBackHasNobodyAssigned() {
        handled(new DeviceAssigned(device, account, user), assignment, 0);
        handled(new DeviceRemovedFromAccount(device, account), device, 2);
        assertThat(get(manager)).isEqualTo(404);
        handled(new DeviceUnassigned(device, account, user), assignment, 1);

        handled(new DeviceAddedToAccount(device, account), device, 3);
        assertThat(get(manager)).isEqualTo(404);
        assertThat(get(administrator)).isEqualTo(200);

        handled(new DeviceAssigned(device, account, user), assignment, 2);
        assertThat(get(manager)).isEqualTo(200);
    }

    /** The device and the assignment have nothing to do with each other's order. */
    @Test
    void aRemovalThatIsToldLateEndsNoNewAssignment() {
        handled(new DeviceAssigned(device, account, user), assignment, 0);
        handled(new DeviceUnassigned(device, account, user), assignment, 1);
        handled(new DeviceAssigned(device, account, user), assignment, 2);

        handled(new DeviceRemovedFromAccount(device, account), device, 2);
        handled(new DeviceAddedToAccount(device, account), device, 3);

        assertThat(get(manager)).isEqualTo(200);
    }

    @Test
    void aDeviceGoesToAnotherAccountAndComesBack() {
        var other = AccountId.random();
        var elsewhere = TestTokens.customerCaller(user, other, CustomerRole.DEVICE_MANAGER);
        handled(new AccountRegistered(other, "C" + other, "S" + other, "Acme", "NL", "NL"), other, 0);
        handled(new DeviceAssigned(device, account, user), assignment, 0);
        handled(new DeviceRemovedFromAccount(device, account), device, 1);
        handled(new DeviceAddedToAccount(device, other), device, 2);
        assertThat(get(manager)).isEqualTo(404);
        assertThat(get(elsewhere)).isEqualTo(404);
        assertThat(get(administrator)).isEqualTo(404);

        handled(new DeviceUnassigned(device, account, user), assignment, 1);
        handled(new DeviceAssigned(device, other, user), assignment, 2);
        assertThat(get(elsewhere)).isEqualTo(200);
        assertThat(get(manager)).isEqualTo(404);

        handled(new DeviceUnassigned(device, other, user), assignment, 3);
        handled(new DeviceRemovedFromAccount(device, other), device, 3);
        handled(new DeviceAddedToAccount(device, account), device, 4);
        assertThat(get(elsewhere)).isEqualTo(404);
        assertThat(get(manager)).isEqualTo(404);
        assertThat(get(administrator)).isEqualTo(200);
    }

    @Test
    void anEndThatIsToldBeforeItsBeginningCounts() {
        handled(new DeviceUnassigned(device, account, user), assignment, 1);
        handled(new DeviceAssigned(device, account, user), assignment, 0);

        assertThat(get(manager)).isEqualTo(404);
    }

    @Test
    void everythingToldAgainFromTheStartEndsWhereItWas() {
        var registered = new DeviceRegistered(
                device, ModelId.random(), "Brother", "HL", "serial", null, List.of(), List.of(), null);
        handled(new DeviceAssigned(device, account, user), assignment, 0);
        handled(new DeviceUnassigned(device, account, user), assignment, 1);
        handled(new DeviceAssigned(device, account, user), assignment, 2);
        handled(new DeviceRemovedFromAccount(device, account), device, 1);
        handled(new DeviceAddedToAccount(device, account), device, 2);
        assertThat(get(manager)).isEqualTo(200);
        var before = rows();

        for (int twice = 0; twice < 2; twice++) {
            handled(new AccountRegistered(account, "C" + account, "S" + account, "Acme", "NL", "NL"), account, 0);
            handled(registered, device, 0);
            handled(new DeviceAddedToAccount(device, account), device, 0);
            assertThat(get(manager)).isEqualTo(200);
            handled(new DeviceAssigned(device, account, user), assignment, 0);
            handled(new DeviceUnassigned(device, account, user), assignment, 1);
            assertThat(get(manager)).isEqualTo(200);
            handled(new DeviceRemovedFromAccount(device, account), device, 1);
            handled(new DeviceAssigned(device, account, user), assignment, 2);
            handled(new DeviceAddedToAccount(device, account), device, 2);
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void aFunctionThatWasTakenAwayIsGoneWhateverTheTokenSays() {
        var all = PermissionMatrix.defaults(CustomerRole.ADMINISTRATOR);
        var less = EnumSet.copyOf(all);
        less.remove(Function.USER_MANAGE);
        var him = administrator.userId();
        handled(new RoleAssigned(him, account, CustomerRole.ADMINISTRATOR, all), him, 1);
        assertThat(refusal(() -> access.requireAccount(administrator, Function.USER_MANAGE, account)))
                .isEmpty();

        handled(new UserFunctionsChanged(him, account, CustomerRole.ADMINISTRATOR, less), him, 2);
        assertThat(refusal(() -> access.requireAccount(administrator, Function.USER_MANAGE, account)))
                .isEqualTo("FORBIDDEN");
        assertThat(get(administrator)).isEqualTo(200);

        // told again, late
        handled(new RoleAssigned(him, account, CustomerRole.ADMINISTRATOR, all), him, 1);
        assertThat(refusal(() -> access.requireAccount(administrator, Function.USER_MANAGE, account)))
                .isEqualTo("FORBIDDEN");

        handled(new UserFunctionsChanged(him, account, CustomerRole.ADMINISTRATOR, all), him, 3);
        assertThat(refusal(() -> access.requireAccount(administrator, Function.USER_MANAGE, account)))
                .isEmpty();
    }

    @Test
    void whoGotAnotherRoleReachesNoFartherThanThat() {
        var him = administrator.userId();
        handled(
                new RoleAssigned(
                        him,
                        account,
                        CustomerRole.DEVICE_MANAGER,
                        PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER)),
                him,
                2);
        assertThat(get(administrator)).isEqualTo(404);
        assertThat(listed(administrator)).isFalse();

        handled(new DeviceAssigned(device, account, him), him + "/" + device, 0);
        assertThat(get(administrator)).isEqualTo(200);
        assertThat(listed(administrator)).isTrue();

        handled(
                new RoleAssigned(
                        him,
                        account,
                        CustomerRole.KNOWLEDGE_USER,
                        PermissionMatrix.defaults(CustomerRole.KNOWLEDGE_USER)),
                him,
                3);
        assertThat(get(administrator)).isIn(403, 404);
        assertThat(listed(administrator)).isFalse();
    }

    @Test
    void aChangeCountsWithinFiveSeconds() {
        events.publish(new DeviceAssigned(device, account, user), assignment, 0, account);
        await().atMost(Duration.ofSeconds(5)).until(() -> get(manager) == 200);

        events.publish(new DeviceUnassigned(device, account, user), assignment, 1, account);
        await().atMost(Duration.ofSeconds(5)).until(() -> get(manager) == 404);
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select d.account_id || '@' || d.sequence || ' ' || a.user_id || ' ' || a.assigned || '@' || a.sequence as row
                        from access_device d join access_assignment a using (device_id) where device_id = ?
                        """)
                .param(device.value())
                .query((rows, number) -> rows.getString("row"))
                .list();
    }

    @Test
    void staffReachTheirRegions() {
        var nobody = UserId.random();
        assertThat(get(TestTokens.staffCaller(nobody, StaffRole.CONTACT_CENTRE, "NL")))
                .isEqualTo(200);
        assertThat(get(TestTokens.staffCaller(nobody, StaffRole.CONTACT_CENTRE, "PT")))
                .isEqualTo(404);
        assertThat(get(TestTokens.staffCaller(nobody, StaffRole.CONTACT_CENTRE)))
                .isEqualTo(200);
        assertThat(get(TestTokens.staffCaller(nobody, StaffRole.WEB_ADMINISTRATOR, "PT")))
                .isEqualTo(200);
        assertThat(get(TestTokens.staffCaller(nobody, StaffRole.SERVICE_ENGINEER, "NL")))
                .isEqualTo(404);
    }

    @Test
    void anEngineerReachesWhatHeWasSentTo() {
        var sent = TestTokens.staffCaller(UserId.random(), StaffRole.SERVICE_ENGINEER, "NL");
        var other = TestTokens.staffCaller(UserId.random(), StaffRole.SERVICE_ENGINEER, "NL");
        var ticket = ticket();
        told(opened(ticket), ticket, 0);
        assertThat(get(sent)).isEqualTo(404);

        told(dispatched(ticket, sent), ticket, 3);
        told(dispatched(ticket, sent), ticket, 3);
        assertThat(get(sent)).isEqualTo(200);
        assertThat(listed(sent)).isTrue();
        assertThat(get(other)).isEqualTo(404);
        assertThat(listed(other)).isFalse();
        assertThat(refusal(() -> access.requireDevice(sent, Function.METER_RESET, device)))
                .isEmpty();
        assertThat(refusal(() -> access.requireDevice(sent, Function.METER_PHONE, device)))
                .isEqualTo("FORBIDDEN");
        assertThat(get(TestTokens.staffCaller(sent.userId(), StaffRole.BILLING_CLERK, "PT")))
                .isEqualTo(404);

        told(dispatched(ticket, other), ticket, 5);
        assertThat(get(sent)).isEqualTo(404);
        assertThat(get(other)).isEqualTo(200);

        told(new TicketResolved(ticket, "New board", NOW), ticket, 8);
        assertThat(get(other)).isEqualTo(404);
        assertThat(listed(other)).isFalse();
    }

    @Test
    void ticketsMayBeToldInAnyOrder() {
        var sent = TestTokens.staffCaller(UserId.random(), StaffRole.SERVICE_ENGINEER, "NL");
        var ticket = ticket();
        told(new TicketClosed(ticket, NOW), ticket, 9);
        told(dispatched(ticket, sent), ticket, 3);
        told(opened(ticket), ticket, 0);
        assertThat(get(sent)).isEqualTo(404);

        told(dispatched(ticket, sent), ticket, 12); // opened again, and sent once more
        told(new TicketResolved(ticket, "New board", NOW), ticket, 8);
        assertThat(get(sent)).isEqualTo(200);

        told(new TicketStateChanged(ticket, TicketState.DISPATCHED, TicketState.CANCELLED), ticket, 14);
        assertThat(get(sent)).isEqualTo(404);
    }

    private static TicketReference ticket() {
        return TicketReference.of(ThreadLocalRandom.current().nextLong(100_000, 9_000_000_000L));
    }

    private TicketOpened opened(TicketReference ticket) {
        return new TicketOpened(
                ticket,
                account,
                "NL",
                TicketKind.INCIDENT,
                "Jam",
                "Paper jam",
                "PAPER",
                device,
                user,
                TicketChannel.PORTAL,
                NOW);
    }

    private static EngineerDispatched dispatched(TicketReference ticket, Caller engineer) {
        return new EngineerDispatched(ticket, engineer.userId(), NOW, NOW.plusSeconds(7200));
    }

    private void told(PublishedEvent event, TicketReference ticket, long sequence) {
        var id = events.publish(event, ticket, sequence, account);
        await().until(() -> jdbc.sql(
                        "select exists (select from inbox where consumer = 'access-tickets' and event_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single());
    }

    @Test
    void anAgentReachesTheDevicesOfItsAccount() {
        assertThat(new Http(port)
                        .get("/api/devices/" + device, TestTokens.agent(account))
                        .status())
                .isEqualTo(200);
        assertThat(new Http(port)
                        .get("/api/devices/" + device, TestTokens.agent(AccountId.random()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatMayBeSeenButNotDoneIsForbidden() {
        var planner = TestTokens.staffCaller(UserId.random(), StaffRole.DISPATCH_PLANNER, "NL");
        assertThat(refusal(() -> access.requireDevice(planner, Function.METER_PHONE, device)))
                .isEqualTo("FORBIDDEN");
        assertThat(refusal(() -> access.requireDevice(stranger, Function.METER_SUBMIT, device)))
                .isEqualTo("NOT_FOUND");
        assertThat(refusal(() -> access.requireAccount(administrator, Function.USER_MANAGE, account)))
                .isEmpty();
        assertThat(refusal(() -> access.requireAccount(manager, Function.USER_MANAGE, account)))
                .isEqualTo("FORBIDDEN");
        assertThat(refusal(() -> access.requireAccount(stranger, Function.USER_MANAGE, account)))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void whoeverWasDeactivatedIsOutAtOnce() {
        assertThat(get(administrator)).isEqualTo(200);

        handled(new UserDeactivated(administrator.userId()), administrator.subject(), 3);

        assertThat(get(administrator)).isEqualTo(401);
    }

    @Test
    void aListHoldsWhatASingleLookWouldAllow() {
        handled(new DeviceAssigned(device, account, user), device, 1);
        var planner = TestTokens.staffCaller(UserId.random(), StaffRole.DISPATCH_PLANNER, "NL");
        var elsewhere = TestTokens.staffCaller(UserId.random(), StaffRole.DISPATCH_PLANNER, "PT");
        var engineer = TestTokens.staffCaller(UserId.random(), StaffRole.SERVICE_ENGINEER, "NL");
        var colleague = TestTokens.customerCaller(UserId.random(), account, CustomerRole.DEVICE_MANAGER);

        assertThat(listed(administrator)).isTrue();
        assertThat(listed(manager)).isTrue();
        assertThat(listed(planner)).isTrue();
        assertThat(listed(colleague)).isFalse();
        assertThat(listed(stranger)).isFalse();
        assertThat(listed(elsewhere)).isFalse();
        assertThat(listed(engineer)).isFalse();
    }

    private boolean listed(Caller caller) {
        var scope = access.devices(caller, Function.DEVICE_VIEW, "d.device_id", "d.account_id", "a.region");
        return jdbc.sql("select d.device_id from access_device d join access_account a using (account_id) where "
                        + scope.condition())
                .params(scope.params())
                .query(UUID.class)
                .list()
                .contains(device.value());
    }

    private int get(Caller caller) {
        return new Http(port)
                .get("/api/devices/" + device, TestTokens.of(caller))
                .status();
    }

    private static String refusal(Runnable task) {
        try {
            task.run();
            return "";
        } catch (Rejected rejected) {
            return rejected.code().name();
        }
    }

    private void handled(PublishedEvent event, Object aggregate, long sequence) {
        var id = events.publish(event, aggregate, sequence, account);
        await().until(() -> jdbc.sql("select exists (select from inbox where consumer = 'access' and event_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single());
    }
}
