package io.platen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketState;
import io.platen.contracts.ticket.TicketTriageOverdue;
import io.platen.gateway.view.Office;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** VIEW-02, VIEW-03: customer, desk, planner and engineer look at the same thing while it changes, each at his part of it. */
@PlatenIT
class FlowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DESK = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");
    private static final String PLANNER = TestTokens.staff(StaffRole.DISPATCH_PLANNER, "NL");
    private static final String ELSEWHERE = TestTokens.staff(UserId.random(), StaffRole.CONTACT_CENTRE, "PT");
    private static final String WEB = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    private final Office office = new Office();
    private String manager;
    private String administrator;
    private String engineer;
    private String secondEngineer;
    private final String ticket = "/api/tickets/" + office.ticket;
    private Http http;

    @BeforeEach
    void known() {
        http = new Http(port);
        publish(office.history());
        publish(office.staff());
        // A token of before the rights were given is refused.
        manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        administrator = TestTokens.customer(UserId.random(), office.account, CustomerRole.ADMINISTRATOR);
        engineer = TestTokens.staff(office.engineer, StaffRole.SERVICE_ENGINEER, "NL");
        secondEngineer = TestTokens.staff(office.secondEngineer, StaffRole.SERVICE_ENGINEER, "NL");
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/devices/" + office.device, manager)
                                .body()
                                .contains("\"total\":1000")
                        && http.get("/api/staff?role=SERVICE_ENGINEER", PLANNER)
                                .body()
                                .contains(office.secondEngineer.toString()));
    }

    @Test
    void aTicketIsTheSameForEverybodyWhileItChanges() {
        try (var customer = LiveStream.open(port, manager, null);
                var desk = LiveStream.open(port, DESK, null);
                var planner = LiveStream.open(port, PLANNER, null);
                var first = LiveStream.open(port, engineer, null);
                var second = LiveStream.open(port, secondEngineer, null);
                var elsewhere = LiveStream.open(port, ELSEWHERE, null);
                var web = LiveStream.open(port, WEB, null)) {
            opens();
            isPrioritised();
            isTalkedAbout();
            isPlannedAndPlannedAnew();
            isDone();

            for (var reader : List.of(customer, desk, planner, second, web)) {
                await().atMost(PATIENCE).until(() -> hasHeardTheEnd(reader));
            }
            assertThat(heard(planner)).isEqualTo(heard(desk)).startsWith("TicketOpened", "TicketPrioritised");
            assertThat(heard(customer).stream().filter("TicketCommented"::equals))
                    .hasSize(1);
            assertThat(heard(desk).stream().filter("TicketCommented"::equals)).hasSize(2);
            assertThat(heard(second)).startsWith("EngineerDispatched", "EngineerEnRoute", "EngineerArrived");
            assertThat(heard(first))
                    .as("that it is his, and that it is his no more")
                    .containsExactly("EngineerDispatched", "TicketStateChanged", "EngineerDispatched");
            assertThat(heard(elsewhere)).isEmpty();
            assertThat(customer.told()).noneMatch(told -> told.data().contains("never content"));
            assertThat(desk.told()).anyMatch(told -> told.data().contains("never content"));
            assertThat(web.told().stream().filter(told -> told.isAbout(office.ticket)))
                    .isNotEmpty()
                    .allMatch(told -> told.data().contains("\"data\":{}"));
        }
    }

    /** TIC-20: a matter of the house, and none of the customer's. */
    @Test
    void anOverdueTriageIsShownAndToldToStaffOnly() {
        var due = Instant.parse("2026-11-26T09:15:00Z");
        try (var customer = LiveStream.open(port, manager, null);
                var desk = LiveStream.open(port, DESK, null)) {
            publish(List.of(office.opened(), office.ticket(new TicketTriageOverdue(office.ticket, due, due))));
            await().atMost(PATIENCE).until(() -> "2026-11-26T09:15:00Z".equals(overdueSince(http.get(ticket, DESK))));
            assertThat(http.get("/api/tickets?size=200&sort=openedAt,desc", DESK)
                            .json()
                            .path("items")
                            .findValuesAsString("triageOverdueSince"))
                    .contains("2026-11-26T09:15:00Z");
            assertThat(http.get("/api/board", PLANNER).body()).contains("2026-11-26T09:15:00Z");
            assertThat(http.get(ticket, DESK).json().path("timeline").findValuesAsString("type"))
                    .contains("TicketTriageOverdue");
            for (var reader : List.of(manager, administrator)) {
                for (var path : List.of(ticket, "/api/tickets", "/api/devices/" + office.device + "/timeline")) {
                    assertThat(http.get(path, reader).body())
                            .as(path)
                            .doesNotContain("TicketTriageOverdue", "2026-11-26T09:15:00Z");
                }
            }
            publish(List.of(office.comment(office.specialist, true, "We are on it", false)));
            for (var reader : List.of(customer, desk)) {
                await().atMost(PATIENCE).until(() -> heard(reader).contains("TicketCommented"));
            }
            assertThat(heard(desk)).containsExactly("TicketOpened", "TicketTriageOverdue", "TicketCommented");
            assertThat(heard(customer)).containsExactly("TicketOpened", "TicketCommented");
        }
    }

    @Test
    void thatTheMachineCannotBeUsedIsShownOnTheTicketTheBoardAndTheStream() {
        try (var customer = LiveStream.open(port, manager, null)) {
            publish(List.of(office.opened()));
            await().atMost(PATIENCE).until(() -> heard(customer).contains("TicketOpened"));
            assertThat(customer.told()).anyMatch(told -> told.data().contains("\"machineDown\": true"));
        }
        for (var reader : List.of(manager, DESK)) {
            assertThat(http.get(ticket, reader).json().path("machineDown").asBoolean(false))
                    .isTrue();
        }
        assertThat(http.get("/api/board", PLANNER).body()).contains("\"machineDown\":true");
    }

    private static String overdueSince(Http.Answer seen) {
        return seen.json().path("triageOverdueSince").asString("");
    }

    private void opens() {
        // The consistency token of the command's answer, as the gateway hands it on.
        var opened = office.opened();
        publish(List.of(opened));
        var seen = http.get(
                ticket,
                manager,
                "Platen-Consistency",
                "ticket/" + office.ticket + "@" + opened.metadata().sequence());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Platen-Position")).isPresent();
        assertThat(seen.json().path("state").asString()).isEqualTo("NEW");
        assertThat(seen.json().path("serialNumber").asString()).isEqualTo(office.serialNumber);
        assertThat(seen.json().path("requesterName").asString()).isEqualTo("Mia Manager");
        assertThat(seen.json().path("location").path("city").asString()).isEqualTo("Utrecht");
        assertThat(allowed(manager)).containsExactly("comment");
        assertThat(allowed(DESK)).containsExactly("priority", "assignment", "comment", "internal");
        assertThat(allowed(WEB)).isEmpty();
        assertThat(references("/api/tickets?size=200", DESK)).contains(office.ticket.value());
        assertThat(references("/api/tickets", manager)).containsExactly(office.ticket.value());
        assertThat(http.get("/api/board", PLANNER).json().path("unplanned").findValuesAsString("reference"))
                .contains(office.ticket.value());
        assertThat(http.get("/api/dashboard", manager)
                        .json()
                        .path("openTickets")
                        .asInt())
                .isEqualTo(1);
        for (var stranger : List.of(
                engineer,
                ELSEWHERE,
                TestTokens.staff(StaffRole.DISPATCH_PLANNER, "PT"),
                TestTokens.staff(StaffRole.BILLING_CLERK, "NL"),
                TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER),
                TestTokens.customer(UserId.random(), office.account, CustomerRole.STOCK_MANAGER),
                TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR))) {
            assertThat(http.get(ticket, stranger).status()).isEqualTo(404);
            assertThat(references("/api/tickets?state=all&size=200", stranger)).doesNotContain(office.ticket.value());
        }
    }

    /** Who is shown no ticket because he sees none is not told that none is open. */
    @Test
    void theCardClaimsNothingOfTicketsThatTheReaderDoesNotSee() {
        var clerk = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");
        var card = "/api/customers/" + office.systemAccountNumber;
        for (var reader : List.of(clerk, PLANNER)) {
            assertThat(http.get(card, reader).json().path("tickets").isNull()).isTrue();
        }
        assertThat(http.get(card, DESK).json().path("tickets").isArray()).isTrue();

        publish(List.of(office.opened()));
        await().atMost(PATIENCE)
                .until(() -> http.get(card, PLANNER).json().path("tickets").size() == 1);
        assertThat(http.get(card, DESK).json().path("tickets").size()).isEqualTo(1);
        assertThat(http.get(card, clerk).json().path("tickets").isNull()).isTrue();
    }

    private void isPrioritised() {
        var now = Instant.now();
        publish(List.of(
                office.ticket(new TicketPrioritised(office.ticket, 1, true, false, now.plusSeconds(900), now)),
                office.moved(TicketState.NEW, TicketState.PRIORITISED)));
        await().atMost(PATIENCE).until(() -> state(administrator).equals("PRIORITISED"));
        for (var reader : List.of(manager, administrator, DESK, PLANNER)) {
            var row = http.get(ticket, reader).json();
            assertThat(row.path("priority").asInt()).isEqualTo(1);
            assertThat(row.path("answerDue").asString()).isNotEmpty();
        }
        assertThat(allowed(PLANNER)).containsExactly("dispatch", "comment", "internal");
        assertThat(allowed(DESK)).contains("resolution");
    }

    private void isTalkedAbout() {
        publish(List.of(
                office.comment(office.manager, false, "It smokes", false),
                office.comment(office.specialist, true, "He is never content", true)));
        await().atMost(PATIENCE)
                .until(() -> http.get(ticket, DESK).json().path("comments").size() == 2);
        for (var reader : List.of(manager, administrator)) {
            for (var path : List.of(ticket, "/api/devices/" + office.device + "/timeline")) {
                assertThat(http.get(path, reader).body()).contains("It smokes").doesNotContain("never content");
            }
        }
        assertThat(http.get(ticket, PLANNER).body()).contains("never content");
        assertThat(http.get("/api/customers/" + office.systemAccountNumber, DESK)
                        .body())
                .contains("never content");
        assertThat(http.get(ticket, manager)
                        .json()
                        .path("comments")
                        .path(0)
                        .path("authorName")
                        .asString())
                .isEqualTo("Mia Manager");
        assertThat(http.get(
                                "/api/devices/" + office.device + "/timeline",
                                TestTokens.staff(StaffRole.BILLING_CLERK, "NL"))
                        .body())
                .contains("TonerLow")
                .doesNotContain("TicketOpened");
    }

    private void isPlannedAndPlannedAnew() {
        publish(List.of(
                office.dispatched(office.engineer), office.moved(TicketState.PRIORITISED, TicketState.DISPATCHED)));
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/worklist", engineer).json().size() == 1);
        var visit = http.get("/api/worklist", engineer).json().path(0);
        assertThat(visit.path("reference").asString()).isEqualTo(office.ticket.value());
        assertThat(visit.path("contactName").asString()).isEqualTo("Mia Manager");
        assertThat(visit.path("location").path("street").asString()).isEqualTo("Street 1");
        assertThat(visit.path("lastReads")
                        .path(0)
                        .path("counters")
                        .path("total")
                        .asInt())
                .isEqualTo(1000);
        assertThat(visit.path("comments").size()).isEqualTo(2);
        assertThat(allowed(engineer)).containsExactly("en-route", "arrival", "resolution", "comment", "internal");
        assertThat(http.get(ticket, secondEngineer).status()).isEqualTo(404);
        assertThat(http.get("/api/devices/" + office.device, secondEngineer).status())
                .isEqualTo(404);
        var device = http.get("/api/devices/" + office.device, engineer);
        assertThat(device.json().path("recentReads").size()).isEqualTo(1);
        assertThat(http.get("/api/devices", engineer)
                        .json()
                        .path("items")
                        .path(0)
                        .path("equipmentNumber")
                        .asString())
                .isEqualTo("EQ-1");
        var board = http.get("/api/board", PLANNER).json();
        assertThat(board.path("unplanned").findValuesAsString("reference")).doesNotContain(office.ticket.value());
        assertThat(visits(board, office.engineer).findValuesAsString("reference"))
                .containsExactly(office.ticket.value());
        assertThat(visits(board, office.engineer).path(0).path("city").asString())
                .isEqualTo("Utrecht");
        assertThat(http.get(ticket, manager).json().path("engineerName").asString())
                .isEqualTo("Eva Engineer");

        publish(List.of(office.dispatched(office.secondEngineer)));
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/worklist", secondEngineer).json().size() == 1);
        assertThat(http.get("/api/worklist", engineer).json().size()).isZero();
        assertThat(http.get(ticket, engineer).status()).isEqualTo(404);
        assertThat(http.get("/api/devices/" + office.device, engineer).status()).isEqualTo(404);
    }

    private void isDone() {
        var now = Instant.now();
        publish(List.of(
                office.ticket(new EngineerEnRoute(office.ticket, office.secondEngineer, now)),
                office.ticket(new EngineerArrived(office.ticket, office.secondEngineer, now)),
                office.moved(TicketState.DISPATCHED, TicketState.IN_PROGRESS),
                office.ticket(new TicketResolved(office.ticket, "New fuser", now)),
                office.moved(TicketState.IN_PROGRESS, TicketState.RESOLVED)));
        await().atMost(PATIENCE).until(() -> state(manager).equals("RESOLVED"));
        assertThat(allowed(manager)).containsExactly("closure", "comment");
        assertThat(allowed(secondEngineer)).containsExactly("comment", "internal");
        assertThat(http.get("/api/worklist", secondEngineer).json().size()).isZero();
        assertThat(references("/api/tickets", manager)).isEmpty();
        assertThat(references("/api/tickets?state=closed&q=smoke%20utrecht", manager))
                .containsExactly(office.ticket.value());
        assertThat(http.get("/api/tickets?state=closed", manager).body()).contains("New fuser");
        publish(List.of(
                office.ticket(new TicketClosed(office.ticket, now)),
                office.moved(TicketState.RESOLVED, TicketState.CLOSED)));
        await().atMost(PATIENCE).until(() -> state(manager).equals("CLOSED"));
        assertThat(allowed(manager)).isEmpty();
    }

    @Test
    void anOrderIsSeenOnItsWayByWhoLooksAfterTheDevice() {
        var story = office.replenishment();
        publish(story.subList(0, 3));
        await().atMost(PATIENCE)
                .until(() ->
                        http.get("/api/orders", manager).json().path("total").asInt() == 1);
        var order = http.get("/api/orders", manager).json().path("items").path(0);
        assertThat(order.path("state").asString()).isEqualTo("PLACED");
        assertThat(order.path("kind").asString()).isEqualTo("AUTO_TONER");
        assertThat(order.path("label").path("attention").asString()).isEqualTo("Mia");
        assertThat(order.path("serialNumber").asString()).isEqualTo(office.serialNumber);
        assertThat(http.get("/api/orders?q=" + office.serialNumber, DESK)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/api/orders?q=" + office.serialNumber, ELSEWHERE)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(http.get("/api/orders", PLANNER).status()).isEqualTo(403);
        assertThat(http.get(
                                "/api/orders",
                                TestTokens.customer(UserId.random(), office.account, CustomerRole.STOCK_MANAGER))
                        .json()
                        .path("total")
                        .asInt(-1))
                .isZero();
        var toner = http.get("/api/devices/" + office.device, manager).json().path("autoToner");
        assertThat(toner.path("state").asString()).isEqualTo("ENABLED_ACTIVE");
        assertThat(toner.path("lastSkip").asString()).isEqualTo("NOT_ENABLED");
        assertThat(http.get("/api/customers/" + office.systemAccountNumber, DESK)
                        .json()
                        .path("orders")
                        .size())
                .isEqualTo(1);

        publish(story.subList(3, 4));
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/orders", administrator).body().contains("\"SHIPPED\""));
        publish(story.subList(4, 5));
        await().atMost(PATIENCE)
                .until(() ->
                        http.get("/api/orders?state=all", administrator).body().contains("\"DELIVERED\""));
        assertThat(http.get("/api/orders", administrator).json().path("total").asInt())
                .isZero();
        assertThat(http.get("/api/devices/" + office.device + "/timeline", manager)
                        .body())
                .contains("AutoTonerOrderPlaced", "SupplyOrderShipped", "SupplyOrderDelivered");
        assertThat(http.get("/api/devices/" + office.device + "/timeline", PLANNER)
                        .body())
                .contains("AutoTonerStateChanged")
                .doesNotContain("AutoTonerOrderPlaced");
    }

    /** BEY-04: like one that was placed by itself, with its reason; the parcel may be told of before. */
    @Test
    void anOrderByHandIsSeenByTheSamePeopleAtOnce() {
        var byHand = OrderId.random();
        try (var customer = LiveStream.open(port, manager, null);
                var desk = LiveStream.open(port, DESK, null);
                var planner = LiveStream.open(port, PLANNER, null);
                var elsewhere = LiveStream.open(port, ELSEWHERE, null)) {
            publish(List.of(office.arrival(
                    byHand + "/parcel", new SupplyOrderShipped(byHand, "PostNL", "3S9", Instant.now()))));
            await().atMost(PATIENCE).until(() -> desk.told().stream().anyMatch(told -> told.isAbout(byHand)));
            publish(List.of(office.placedByHand(byHand, office.specialist, "The parcel was crushed.")));
            for (var reader : List.of(customer, desk)) {
                await().atMost(PATIENCE)
                        .until(() -> reader.told().stream()
                                .anyMatch(told -> told.isAbout(byHand)
                                        && told.type().equals("SupplyOrderPlaced")
                                        && told.data().contains("crushed")));
            }
            publish(List.of(office.read(LocalDate.of(2026, 10, 2), 1100)));
            await().atMost(PATIENCE)
                    .until(() ->
                            planner.told().stream().anyMatch(told -> told.type().startsWith("MeterRead")));
            assertThat(planner.told()).noneMatch(told -> told.isAbout(byHand));
            assertThat(elsewhere.told()).noneMatch(told -> told.isAbout(byHand));
        }
        var order = http.get("/api/orders?q=SO-" + byHand, manager)
                .json()
                .path("items")
                .path(0);
        assertThat(order.path("kind").asString()).isEqualTo("BY_HAND");
        assertThat(order.path("state").asString()).isEqualTo("SHIPPED");
        assertThat(order.path("colour").asString()).isEqualTo("BLACK");
        assertThat(order.path("label").path("city").asString()).isEqualTo("Utrecht");
        assertThat(http.get("/api/devices/" + office.device + "/timeline", manager)
                        .body())
                .contains("SupplyOrderPlaced", "SupplyOrderShipped", "The parcel was crushed.");
        assertThat(http.get("/api/devices/" + office.device + "/timeline", PLANNER)
                        .body())
                .doesNotContain("SupplyOrderPlaced", "crushed");
    }

    @Test
    void sumsAreToldToTheLastDigitToWhomTheyConcern() {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        var read = ReadId.random();
        publish(office.billing(read, today));
        var path = "/api/invoices/" + office.invoiceNumber;
        await().atMost(PATIENCE).until(() -> http.get(path, administrator).status() == 200);

        var clerk = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");
        for (var reader : List.of(administrator, clerk, DESK)) {
            var invoice = http.get(path, reader).json();
            assertThat(invoice.path("total").path("value").asString()).isEqualTo("12.49");
            assertThat(invoice.path("contractNumber").asString()).isEqualTo("CT-" + office.contract);
            assertThat(invoice.path("lines").path(0).path("rate").path("value").asString())
                    .isEqualTo("0.0125");
            assertThat(invoice.path("lines").path(0).path("serialNumber").asString())
                    .isEqualTo(office.serialNumber);
        }
        assertThat(http.get(path, manager).status()).isEqualTo(403);
        assertThat(http.get(path, TestTokens.staff(StaffRole.BILLING_CLERK, "PT"))
                        .status())
                .isEqualTo(404);
        var contract = http.get("/api/contracts?q=" + office.contract, clerk)
                .json()
                .path("items")
                .path(0);
        assertThat(contract.path("rates").path("total").asString()).isEqualTo("0.0125");
        assertThat(contract.path("devices").path(0).path("serialNumber").asString())
                .isEqualTo(office.serialNumber);
        assertThat(http.get("/api/contracts", DESK).status()).isEqualTo(403);
        assertThat(http.get("/api/devices/" + office.device, manager)
                        .json()
                        .path("contract")
                        .path("end")
                        .asString())
                .isEqualTo("2090-12-31");
        var card = "/api/customers/" + office.systemAccountNumber;
        await().atMost(PATIENCE)
                .until(() -> "12.49"
                        .equals(http.get(card, DESK)
                                .json()
                                .path("usage")
                                .path("total")
                                .asString("")));
        assertThat(http.get(card, PLANNER).json().path("usage").isNull()).isTrue();
        assertThat(http.get(card, PLANNER).body()).doesNotContain("ContractActivated", "UsageInvoiceIssued");
        assertThat(http.get(card, clerk).body()).contains("ContractActivated", "UsageInvoiceIssued");

        // A read of the same day takes its place, and its usage with it.
        publish(List.of(office.arrival(
                "register-" + office.device + "/later",
                new MeterReadSubmitted(
                        read,
                        office.device,
                        Map.of(Counter.TOTAL, 1999L),
                        today,
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        null))));
        publish(List.of(office.arrival(
                "register-" + office.device + "/later",
                new MeterReadSubmitted(
                        ReadId.random(),
                        office.device,
                        Map.of(Counter.TOTAL, 1999L),
                        today,
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        read))));
        await().atMost(PATIENCE)
                .until(() -> http.get(card, DESK).json().path("usage").isNull());
    }

    @Test
    void whatIsAskedWronglyIsRefusedByName() {
        for (var wrong : Map.of(
                        "/api/tickets?state=sideways", "state",
                        "/api/tickets?sort=secret", "sort",
                        "/api/orders?state=closed", "state",
                        "/api/staff?role=WEB_ADMINISTRATOR", "role",
                        "/api/tickets?q=a%00b", "q")
                .entrySet()) {
            var refused = http.get(wrong.getKey(), DESK);
            assertThat(refused.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(wrong.getValue());
        }
        for (var wrong : List.of("?from=1066-10-14T09:00:00Z", "?until=2999-01-01T00:00:00Z", "?from=tomorrow")) {
            assertThat(http.get("/api/board" + wrong, PLANNER).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void theApiDocumentNamesTheShapes() {
        var document = http.get("/api/openapi.json", null).json();
        var schemas = document.path("components").path("schemas");
        for (var name : List.of(
                "TicketRow",
                "TicketPage",
                "TicketState",
                "TicketAction",
                "Ticket",
                "Comment",
                "Board",
                "BoardEngineer",
                "Visit",
                "WorklistVisit",
                "StaffPerson",
                "Order",
                "OrderPage",
                "ShippingLabel",
                "Contract",
                "InvoiceRow",
                "Invoice",
                "InvoiceLine",
                "Amount",
                "MonthlyUsage",
                "AutoToner")) {
            assertThat(schemas.has(name)).as(name).isTrue();
        }
        assertThat(schemas.path("Ticket").path("properties").propertyNames()).contains("reference", "allowed");
        assertThat(schemas.path("TicketAction").path("enum").toString()).contains("en-route");
        assertThat(document.path("paths")
                        .path("/api/board")
                        .path("get")
                        .path("responses")
                        .toString())
                .contains("#/components/schemas/Board");
    }

    private List<String> allowed(String reader) {
        return StreamSupport.stream(
                        http.get(ticket, reader).json().path("allowed").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private String state(String reader) {
        return http.get(ticket, reader).json().path("state").asString("");
    }

    private List<String> references(String path, String reader) {
        return StreamSupport.stream(http.get(path, reader).json().path("items").spliterator(), false)
                .map(row -> row.path("reference").asString())
                .toList();
    }

    private static JsonNode visits(JsonNode board, UserId engineer) {
        return StreamSupport.stream(board.path("engineers").spliterator(), false)
                .filter(row -> row.path("userId").asString().equals(engineer.toString()))
                .findFirst()
                .orElseThrow()
                .path("visits");
    }

    private boolean hasHeardTheEnd(LiveStream stream) {
        var heard = heard(stream);
        return heard.indexOf("TicketClosed") >= 0 && heard.indexOf("TicketClosed") == heard.size() - 2;
    }

    private List<String> heard(LiveStream stream) {
        return stream.told().stream()
                .filter(told -> told.isAbout(office.ticket))
                .map(LiveStream.Told::type)
                .toList();
    }

    private void publish(List<Office.Arrival> arrivals) {
        arrivals.forEach(arrival -> events.publish(
                arrival.metadata().eventId(),
                arrival.event(),
                arrival.metadata().aggregateId(),
                arrival.metadata().sequence(),
                office.account));
    }
}
