package io.platen.ticket;

import static io.platen.ticket.TicketScenario.QUESTION;
import static io.platen.ticket.TicketScenario.incident;
import static io.platen.ticket.TicketScenario.referenceOf;
import static io.platen.ticket.TicketScenario.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketAssigned;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.platform.eventstore.AggregateCache;
import io.platen.platform.inbox.Received;
import io.platen.platform.security.Caller;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.Http.Answer;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import io.platen.ticket.directory.Customers;
import io.platen.ticket.directory.StaffPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets over HTTP, with PostgreSQL and Kafka. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketLifeIT {

    /** Thursday, ten o'clock in Amsterdam. */
    private static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");

    private final AccountId account = AccountId.random();
    private final AccountId elsewhere = AccountId.random();
    private final UserId user = UserId.random();
    private final UserId administratorId = UserId.random();
    private final UserId agent = UserId.random();
    private final UserId plannerId = UserId.random();
    private final UserId engineerId = UserId.random();
    private final UserId otherEngineer = UserId.random();
    private final UserId portuguese = UserId.random();

    private final String manager = TestTokens.customer(user, account, CustomerRole.DEVICE_MANAGER);
    private final String administrator = TestTokens.customer(administratorId, account, CustomerRole.ADMINISTRATOR);
    private final String desk = TestTokens.staff(agent, StaffRole.CONTACT_CENTRE, "NL");
    private final String planner = TestTokens.staff(plannerId, StaffRole.DISPATCH_PLANNER, "NL");
    private final String engineer = TestTokens.staff(engineerId, StaffRole.SERVICE_ENGINEER, "NL");
    private final String secondEngineer = TestTokens.staff(otherEngineer, StaffRole.SERVICE_ENGINEER, "NL");

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private AggregateCache cache;

    @Autowired
    private StaffPeople staff;

    @Autowired
    private Customers customers;

    @Value("${local.server.port}")
    private int port;

    private DeviceId device = DeviceId.random();
    private DeviceId foreign = DeviceId.random();

    @BeforeAll
    void peopleAndDevices() {
        var scenario = new TicketScenario(events, jdbc);
        scenario.account(account, "NL");
        scenario.account(elsewhere, "PT");
        scenario.customer(user, account, CustomerRole.DEVICE_MANAGER);
        scenario.customer(administratorId, account, CustomerRole.ADMINISTRATOR);
        scenario.staff(agent, StaffRole.CONTACT_CENTRE, "NL");
        scenario.staff(plannerId, StaffRole.DISPATCH_PLANNER, "NL");
        scenario.staff(engineerId, StaffRole.SERVICE_ENGINEER, "NL");
        scenario.staff(otherEngineer, StaffRole.SERVICE_ENGINEER);
        scenario.staff(portuguese, StaffRole.SERVICE_ENGINEER, "PT");
        device = scenario.device(account, user);
        foreign = scenario.device(elsewhere);
    }

    @BeforeEach
    void tenOClock() {
        clock.set(TEN);
    }

    @Test
    void anIncidentFromTheFirstWordToTheLast() {
        var opened = post("", manager, incident(device));
        var reference = referenceOf(opened);
        assertThat(opened.json().path("state").asString()).isEqualTo("NEW");
        assertThat(opened.header("Platen-Consistency")).hasValue(reference + "@0");

        clock.advance(Duration.ofMinutes(5));
        var priority = post(reference, "priority", desk, "{\"businessCritical\":true,\"workaround\":true}");
        assertThat(priority.status()).as(priority.body()).isEqualTo(200);
        assertThat(priority.json().path("priority").asInt()).isEqualTo(2);
        assertThat(priority.json().path("state").asString()).isEqualTo("PRIORITISED");
        var due = Instant.parse(priority.json().path("answerDue").asString());
        assertThat(Duration.between(TEN.plusSeconds(3600), due)).isBetween(Duration.ZERO, Duration.ofMinutes(2));

        assertState(post(reference, "assignment", desk, "{\"specialistId\":\"" + agent + "\"}"), "ASSIGNED");
        assertThat(post(reference, "comments", desk, "{\"text\":\"Call before noon\",\"internal\":true}")
                        .status())
                .isEqualTo(201);
        assertThat(post(reference, "comments", manager, "{\"text\":\"Ring twice\"}")
                        .status())
                .isEqualTo(201);
        assertState(post(reference, "dispatch", planner, visit(otherEngineer)), "DISPATCHED");
        assertState(post(reference, "dispatch", planner, visit(engineerId)), "DISPATCHED");
        assertThat(post(reference, "en-route", secondEngineer, "{}").status()).isEqualTo(404);
        assertState(post(reference, "en-route", engineer, "{}"), "DISPATCHED");
        assertState(post(reference, "arrival", engineer, "{}"), "IN_PROGRESS");
        assertState(post(reference, "arrival", engineer, "{}"), "IN_PROGRESS");
        assertState(post(reference, "resolution", engineer, "{\"resolution\":\"Drum unit replaced.\"}"), "RESOLVED");
        cache.removeAll();
        assertState(post(reference, "closure", manager, "{}"), "CLOSED");
        assertState(post(reference, "closure", manager, "{}"), "CLOSED");
        assertThat(post(reference, "comments", manager, "{\"text\":\"Thanks\"}").code())
                .isEqualTo("TICKET_CLOSED");

        var told = told(reference, TicketState.CLOSED);
        assertThat(told.stream().map(Received::event).<Object>map(Object::getClass))
                .containsExactly(
                        TicketOpened.class,
                        TicketPrioritised.class,
                        TicketStateChanged.class,
                        TicketAssigned.class,
                        TicketStateChanged.class,
                        TicketCommented.class,
                        TicketCommented.class,
                        EngineerDispatched.class,
                        TicketStateChanged.class,
                        EngineerDispatched.class,
                        EngineerEnRoute.class,
                        EngineerArrived.class,
                        TicketStateChanged.class,
                        TicketResolved.class,
                        TicketStateChanged.class,
                        TicketClosed.class,
                        TicketStateChanged.class);
        assertThat(told).extracting(received -> received.metadata().account()).containsOnly(account);
        assertThat(told).extracting(received -> received.metadata().sequence()).isSorted();
        assertThat(told.getFirst().metadata().actor()).isEqualTo(user.toString());
        assertThat(((TicketOpened) told.getFirst().event()))
                .returns("NL", TicketOpened::region)
                .returns(device, TicketOpened::deviceId)
                .returns(user, TicketOpened::requester)
                .returns(TicketChannel.PORTAL, TicketOpened::channel);
        assertThat(((TicketPrioritised) told.get(1).event()).answerDue()).isEqualTo(due);
        assertThat(stored(reference, "TicketAnswered")).isEqualTo(1);
    }

    @Test
    void referencesComeInOneSeriesAndNeverTwice() {
        var references = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> referenceOf(post("", manager, QUESTION))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(references).doesNotHaveDuplicates().allMatch(text -> text.matches("HD-[0-9]{5}"));
    }

    @Test
    void aForeignDeviceDoesNotExist() {
        assertThat(post("", manager, incident(foreign)).code()).isEqualTo("NOT_FOUND");
        assertThat(post("", manager, incident(DeviceId.random())).code()).isEqualTo("NOT_FOUND");
        assertThat(post("", desk, incident(foreign)).code()).isEqualTo("NOT_FOUND");
        var colleague = TestTokens.customer(UserId.random(), account, CustomerRole.DEVICE_MANAGER);
        assertThat(post("", colleague, incident(device)).code()).isEqualTo("NOT_FOUND");
        assertThat(post("", administrator, incident(device)).status()).isEqualTo(201);
    }

    @Test
    void aForeignTicketDoesNotExist() {
        var reference = referenceOf(post("", manager, incident(device)));
        var stranger = TestTokens.customer(UserId.random(), elsewhere, CustomerRole.ADMINISTRATOR);
        var lisbon = TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT");
        var text = "{\"text\":\"Hello\"}";

        assertThat(post(reference, "comments", stranger, text).status()).isEqualTo(404);
        assertThat(post(reference, "comments", lisbon, text).status()).isEqualTo(404);
        assertThat(post(reference, "comments", engineer, text).status()).isEqualTo(404);
        assertThat(post("HD-9999999999", "comments", manager, text).status()).isEqualTo(404);
        assertThat(post("nonsense", "comments", manager, text).status()).isEqualTo(404);
        assertThat(post(reference, "comments", null, text).status()).isEqualTo(401);
        assertThat(post(reference, "comments", TestTokens.agent(account), text).status())
                .isEqualTo(403);
        assertThat(post(reference, "comments", manager, "{\"text\":\"Hello\",\"internal\":true}")
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(stored(reference, "TicketCommented")).isZero();
    }

    @Test
    void priorityIsTheDesks() {
        var reference = referenceOf(post("", manager, incident(device)));
        var body = "{\"businessCritical\":true,\"workaround\":false}";

        assertThat(post(reference, "priority", manager, body).code()).isEqualTo("FORBIDDEN");
        assertThat(post(reference, "priority", planner, body).code()).isEqualTo("FORBIDDEN");
        assertThat(post(reference, "priority", engineer, body).code()).isEqualTo("FORBIDDEN");
        assertThat(post(reference, "priority", TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT"), body)
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(post(reference, "priority", TestTokens.staff(StaffRole.BILLING_CLERK, "NL"), body)
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(stored(reference, "TicketPrioritised")).isZero();
    }

    @Test
    void aTicketIsHandedOverToItsSpecialist() {
        var clerkId = UserId.random();
        new TicketScenario(events, jdbc).staff(clerkId, StaffRole.BILLING_CLERK, "NL");
        var clerk = TestTokens.staff(clerkId, StaffRole.BILLING_CLERK, "NL");
        var reference = referenceOf(post("", manager, QUESTION));
        var minor = "{\"businessCritical\":false,\"workaround\":true}";
        assertThat(post(reference, "priority", clerk, minor).status()).isEqualTo(404);

        assertState(post(reference, "assignment", desk, "{\"specialistId\":\"" + clerkId + "\"}"), "ASSIGNED");

        assertThat(post(reference, "priority", clerk, minor)
                        .json()
                        .path("priority")
                        .asInt())
                .isEqualTo(4);
        assertState(post(reference, "resolution", clerk, "{\"resolution\":\"Credited.\"}"), "RESOLVED");
        assertThat(post(reference, "assignment", desk, "{\"specialistId\":\"" + engineerId + "\"}")
                        .code())
                .isEqualTo("SPECIALIST_OUTSIDE_REGION");
        assertThat(post(reference, "assignment", desk, "{\"specialistId\":\"" + user + "\"}")
                        .code())
                .isEqualTo("SPECIALIST_OUTSIDE_REGION");
    }

    @Test
    void anIllegalTransitionNamesBothStates() {
        var reference = referenceOf(post("", manager, incident(device)));

        var refused = post(reference, "closure", manager, "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refused.json().path("from").asString()).isEqualTo("NEW");
        assertThat(refused.json().path("to").asString()).isEqualTo("CLOSED");
        assertThat(refused.json().path("detail").asString()).contains("NEW").contains("CLOSED");
        assertThat(stored(reference, "TicketClosed")).isZero();
    }

    @Test
    void onlyAnEngineerOfTheRegionIsSentAndOnlyToAnIncident() {
        var reference = prioritised(incident(device));
        var question = prioritised(QUESTION);

        assertThat(post(reference, "dispatch", planner, visit(portuguese)).code())
                .isEqualTo("ENGINEER_OUTSIDE_REGION");
        assertThat(post(reference, "dispatch", planner, visit(agent)).code()).isEqualTo("ENGINEER_OUTSIDE_REGION");
        assertThat(post(reference, "dispatch", planner, visit(UserId.random())).code())
                .isEqualTo("ENGINEER_OUTSIDE_REGION");
        assertThat(post(question, "dispatch", planner, visit(engineerId)).code())
                .isEqualTo("NOT_AN_INCIDENT");
        assertThat(post(reference, "dispatch", desk, visit(engineerId)).code()).isEqualTo("FORBIDDEN");
        assertThat(post(reference, "dispatch", TestTokens.staff(StaffRole.DISPATCH_PLANNER, "PT"), visit(engineerId))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(post(
                                reference,
                                "dispatch",
                                planner,
                                visit(engineerId, "2026-11-26T07:00:00Z", "2026-11-26T08:00:00Z"))
                        .code())
                .isEqualTo("VISIT_WINDOW_INVALID");
        var unprioritised = referenceOf(post("", manager, incident(device)));
        assertThat(post(unprioritised, "dispatch", planner, visit(engineerId)).code())
                .isEqualTo("PRIORITY_MISSING");
    }

    @Test
    void aDeactivatedEngineerIsNotSentAndOneWhoMovedAwayNeither() {
        var leaving = UserId.random();
        var scenario = new TicketScenario(events, jdbc);
        scenario.staff(leaving, StaffRole.SERVICE_ENGINEER, "NL");
        var reference = prioritised(incident(device));

        var id = UUID.randomUUID().toString();
        var moves = new StaffRoleAssigned(leaving, StaffRole.SERVICE_ENGINEER, Set.of("PT"));
        events.publish(id, moves, leaving, 2, null);
        events.publish(id, moves, leaving, 2, null);
        // an older event that comes late changes nothing
        events.publish(new StaffRoleAssigned(leaving, StaffRole.SERVICE_ENGINEER, Set.of("NL")), leaving, 1);
        soon().until(() -> staff.canBeGiven(leaving, Function.FIELD_WORK, "PT"));
        assertThat(post(reference, "dispatch", planner, visit(leaving)).code()).isEqualTo("ENGINEER_OUTSIDE_REGION");

        events.publish(new StaffRoleAssigned(leaving, StaffRole.SERVICE_ENGINEER, Set.of("NL")), leaving, 3);
        soon().until(() -> staff.canBeGiven(leaving, Function.FIELD_WORK, "NL"));
        events.publish(new UserDeactivated(leaving), leaving, 4);
        soon().until(() -> !staff.canBeGiven(leaving, Function.FIELD_WORK, "NL"));
        assertThat(post(reference, "dispatch", planner, visit(leaving)).code()).isEqualTo("ENGINEER_OUTSIDE_REGION");
        soon().until(() -> handled(id) == 2); // once by each of the two that follow identity
    }

    @Test
    void whoWasDeactivatedDoesNothingAnyMore() {
        var gone = UserId.random();
        new TicketScenario(events, jdbc).customer(gone, account, CustomerRole.ADMINISTRATOR);
        var token = TestTokens.customer(gone, account, CustomerRole.ADMINISTRATOR);
        var reference = referenceOf(post("", token, QUESTION));

        events.publish(new UserDeactivated(gone), gone, 2);
        soon().until(() ->
                post(reference, "comments", token, "{\"text\":\"Hello\"}").status() == 401);

        assertThat(post("", token, QUESTION).status()).isEqualTo(401);
        soon().until(() -> customers.accountsOf(gone).isEmpty());
        assertThat(post("", desk, onBehalfOf(gone, account)).code()).isEqualTo("USER_NOT_ON_ACCOUNT");
    }

    @Test
    void theDeskOpensForACustomerOnThePhone() {
        var opened = post("", desk, onBehalfOf(user, null));

        var event = events.await(
                Topic.TICKET,
                TicketOpened.class,
                told -> told.accountId().equals(account)
                        && told.reference().value().equals(referenceOf(opened)));
        assertThat(event.requester()).isEqualTo(user);
        assertThat(event.accountId()).isEqualTo(account);
        assertThat(event.channel()).isEqualTo(TicketChannel.PHONE);
        assertThat(post("", manager, onBehalfOf(administratorId, account)).code())
                .isEqualTo("FORBIDDEN");
        assertThat(post("", desk, QUESTION).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(post("", desk, onBehalfOf(UserId.random(), null)).code()).isEqualTo("NOT_FOUND");
        assertThat(post("", desk, onBehalfOf(UserId.random(), account)).code()).isEqualTo("USER_NOT_ON_ACCOUNT");
        assertThat(post("", desk, onBehalfOf(user, elsewhere)).code()).isEqualTo("NOT_FOUND");
        assertThat(post("", planner, onBehalfOf(user, account)).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whoHasSeveralAccountsSaysWhichOne() {
        var both = UserId.random();
        var functions = PermissionMatrix.defaults(CustomerRole.ADMINISTRATOR);
        var token = TestTokens.of(new Caller(
                Caller.Kind.CUSTOMER,
                both.toString(),
                "Ada",
                "en",
                List.of(
                        new Caller.Grant(account, CustomerRole.ADMINISTRATOR, functions),
                        new Caller.Grant(elsewhere, CustomerRole.ADMINISTRATOR, functions)),
                null,
                null));

        var unclear = post("", token, QUESTION);
        assertThat(unclear.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(unclear.json().path("errors").path(0).path("field").asString())
                .isEqualTo("accountId");
        assertThat(post("", token, QUESTION.replace("}", ",\"accountId\":\"" + elsewhere + "\"}"))
                        .status())
                .isEqualTo(201);
        assertThat(post("", token, QUESTION.replace("}", ",\"accountId\":\"" + AccountId.random() + "\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(post("", token, incident(device).replace("}", ",\"accountId\":\"" + elsewhere + "\"}"))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void aRepeatGetsTheSameAnswerAndAnotherBodyIsAConflict() {
        var key = UUID.randomUUID().toString();
        var http = new Http(port);

        var first = http.send("POST", "/api/tickets", manager, QUESTION, "Idempotency-Key", key);
        var again = http.send("POST", "/api/tickets", manager, QUESTION, "Idempotency-Key", key);
        var other = http.send("POST", "/api/tickets", manager, incident(device), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Platen-Replayed")).hasValue("true");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(http.send("POST", "/api/tickets", manager, QUESTION).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void ofSeveralWhoCloseAtTheSameMomentOneDoes() {
        var reference = prioritised(incident(device));
        post(reference, "resolution", desk, "{\"resolution\":\"Told how.\"}");

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(reference, "closure", i % 2 == 0 ? desk : administrator, "{}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .toList();

        assertThat(answers).containsOnly(200, 409);
        assertThat(stored(reference, "TicketClosed")).isEqualTo(1);
    }

    @Test
    void aColleagueWhoSeesATicketDoesNotCloseIt() {
        var colleagueId = UserId.random();
        var shared = new TicketScenario(events, jdbc).device(account, user, colleagueId);
        var colleague = TestTokens.customer(colleagueId, account, CustomerRole.DEVICE_MANAGER);
        var reference = referenceOf(post("", manager, incident(shared)));

        assertThat(post(reference, "comments", colleague, "{\"text\":\"Mine too\"}")
                        .status())
                .isEqualTo(201);
        assertThat(post(reference, "closure", colleague, "{}").code()).isEqualTo("FORBIDDEN");
        assertThat(post(reference, "closure", administrator, "{}").code()).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void thatTheMachineCannotBeUsedIsToldOfAnIncident() {
        var incident = TicketScenario.incident(device);
        var down = referenceOf(post("", manager, incident.replace("}", ",\"machineDown\":true}")));
        var works = referenceOf(post("", manager, incident));

        assertThat(opened(down).stopsWork()).isTrue();
        assertThat(opened(works).machineDown()).isFalse();
        var question =
                post("", manager, incident.replace("INCIDENT", "QUESTION").replace("}", ",\"machineDown\":true}"));
        assertThat(question.status()).isEqualTo(422);
        assertThat(question.code()).isEqualTo("NO_MACHINE_TO_BE_DOWN");
        assertThat(question.json().path("errors").path(0).path("field").asString())
                .isEqualTo("machineDown");
        assertThat(post("", manager, QUESTION.replace("}", ",\"machineDown\":false}"))
                        .status())
                .isEqualTo(201);
    }

    private TicketOpened opened(String reference) {
        return (TicketOpened) events.await(
                        Topic.TICKET, received -> received.event() instanceof TicketOpened && isOf(reference, received))
                .event();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                      | 400 | MALFORMED_BODY",
                "[]                                     | 400 | MALFORMED_BODY",
                "{}                                     | 400 | VALIDATION_FAILED",
                "{%s,'kind':'WISH'}                     | 422 | TICKET_KIND_UNKNOWN",
                "{%s,'kind':''}                         | 400 | VALIDATION_FAILED",
                "{%s,'kind':'INCIDENT','machineDown':true}   | 422 | NO_MACHINE_TO_BE_DOWN",
                "{%s,'kind':'INCIDENT','machineDown':'yes'}  | 400 | VALIDATION_FAILED",
                "{%s,'kind':'QUESTION','colour':1}      | 400 | UNKNOWN_FIELD",
                "{%s,'kind':'QUESTION','deviceId':'x'}  | 400 | VALIDATION_FAILED",
                "{%s,'kind':'QUESTION','channel':'FAX'} | 400 | VALIDATION_FAILED",
                "{%s,'kind':'QUESTION','channel':'PHONE'} | 400 | VALIDATION_FAILED",
                "{'kind':'QUESTION','subject':'a\\u0000b','description':'d','topic':'t'} | 400 | VALIDATION_FAILED",
                "{'kind':'QUESTION','subject':'a\\nb','description':'d','topic':'t'}     | 400 | VALIDATION_FAILED",
                "{'kind':'QUESTION','subject':'a','description':'\\u0000','topic':'t'}   | 400 | VALIDATION_FAILED",
                "{'kind':'QUESTION','subject':'a','description':'\\ud800','topic':'t'}   | 400 | MALFORMED_BODY",
                "{'kind':'QUESTION','subject':'\\u2003','description':'d','topic':'t'}   | 400 | VALIDATION_FAILED",
                "{'kind':'QUESTION','subject':'a','description':'d'}                     | 400 | VALIDATION_FAILED"
            })
    void badInputIsAClearProblem(String body, int status, String code) {
        var answer = post(
                "",
                manager,
                body.replace("%s", "'subject':'a','description':'b\\nc','topic':'t'")
                        .replace('\'', '"'));

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.platen");
    }

    @Test
    void whatIsTooLongIsRefusedAndTheLongestIsNot() {
        var body = "{\"kind\":\"QUESTION\",\"subject\":\"%s\",\"description\":\"%s\",\"topic\":\"t\"}";

        assertThat(post("", manager, body.formatted("s".repeat(200), "é\\n".repeat(5_000)))
                        .status())
                .isEqualTo(201);
        assertThat(post("", manager, body.formatted("s".repeat(201), "d")).code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(post("", manager, body.formatted("s", "d".repeat(10_001))).code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "priority   | {'businessCritical':true}                                      | VALIDATION_FAILED",
                "priority   | {'businessCritical':null,'workaround':true}                    | VALIDATION_FAILED",
                "priority   | {'businessCritical':'maybe','workaround':true}                 | VALIDATION_FAILED",
                "priority   | {'businessCritical':true,'workaround':true,'priority':1}       | UNKNOWN_FIELD",
                "priority   | {'businessCritical':false,'workaround':true,'featureFaulty':'SOME'} | VALIDATION_FAILED",
                "assignment | {'specialistId':'somebody'}                                    | VALIDATION_FAILED",
                "assignment | {}                                                             | VALIDATION_FAILED",
                "resolution | {'resolution':' '}                                             | VALIDATION_FAILED",
                "resolution | {'resolution':'a\\u0000'}                                      | VALIDATION_FAILED",
                "comments   | {'text':'a\\u0007'}                                            | VALIDATION_FAILED",
                "comments   | {'text':'a','author':'me'}                                     | UNKNOWN_FIELD",
                "closure    | {'why':'so'}                                                   | UNKNOWN_FIELD"
            })
    void aBadStepIsAClearProblem(String step, String body, String code) {
        var reference = referenceOf(post("", manager, QUESTION));

        var answer = post(reference, step, desk, body.replace('\'', '"'));

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00:00Z, not a time, VALIDATION_FAILED",
        "2026-11-27T10:00:00Z, +1000000000-12-31T23:59:59.999999999Z, VISIT_WINDOW_INVALID",
        "-1000000000-01-01T00:00:00Z, 2026-11-27T10:00:00Z, VISIT_WINDOW_INVALID",
        "2026-11-27T10:00:00Z, 2026-11-27T10:00:00Z, VISIT_WINDOW_INVALID"
    })
    void aWindowThatIsNone(String from, String until, String code) {
        var reference = prioritised(incident(device));

        assertThat(post(reference, "dispatch", planner, visit(engineerId, from, until))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void aProblemSpeaksTheLanguageOfTheCaller() {
        var reference = referenceOf(post("", manager, QUESTION));
        var titles = List.of("en", "nl", "pt").stream()
                .map(language -> new Http(port)
                        .send(
                                "POST",
                                "/api/tickets/" + reference + "/closure",
                                manager,
                                "{}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Accept-Language",
                                language)
                        .json()
                        .path("title")
                        .asString())
                .toList();

        assertThat(titles)
                .containsExactly(
                        "Not possible in this state", "Niet mogelijk in deze status", "Não é possível neste estado");
    }

    private String prioritised(String body) {
        var reference = referenceOf(post("", manager, body));
        assertState(
                post(reference, "priority", desk, "{\"businessCritical\":true,\"workaround\":true}"), "PRIORITISED");
        return reference;
    }

    private static String visit(UserId engineer) {
        return visit(engineer, "2026-11-27T12:00:00Z", "2026-11-27T14:00:00Z");
    }

    private static String visit(UserId engineer, String from, String until) {
        return "{\"engineerId\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(engineer, from, until);
    }

    private static String onBehalfOf(UserId requester, @Nullable AccountId on) {
        return QUESTION.replace(
                "}",
                ",\"onBehalfOf\":\"" + requester + "\"" + (on == null ? "" : ",\"accountId\":\"" + on + "\"") + "}");
    }

    private static void assertState(Answer answer, String state) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo(state);
    }

    private Answer post(String none, @Nullable String token, String body) {
        return new Http(port).post("/api/tickets" + none, token, body);
    }

    private Answer post(String reference, String step, @Nullable String token, String body) {
        return new Http(port).post("/api/tickets/" + reference + "/" + step, token, body);
    }

    /** All that was told of a ticket until it reached a state, in its order. */
    private List<Received> told(String reference, TicketState last) {
        events.await(
                Topic.TICKET,
                received -> isOf(reference, received)
                        && received.event() instanceof TicketStateChanged moved
                        && moved.to() == last);
        return events.all(Topic.TICKET).stream()
                .filter(received -> isOf(reference, received))
                .toList();
    }

    /** Other contexts of this run share the broker, and their series begins at one as well. */
    private boolean isOf(String reference, Received received) {
        return received.metadata().aggregateId().equals(reference)
                && account.equals(received.metadata().account());
    }

    private long stored(String reference, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .params(reference, type)
                .query(Long.class)
                .single();
    }

    private long handled(String event) {
        return jdbc.sql("select count(*) from inbox where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
