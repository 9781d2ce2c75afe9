package io.platen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerDisabled;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.gateway.view.Office;
import io.platen.platform.security.Caller;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Devices and their reads as people see them: notes, states, groups, requests, schedules, corrections, investigations. */
@PlatenIT
class FleetIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DESK = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");
    private static final String CLERK = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");
    private static final String WEB = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private MutableClock clock;

    private final Office office = new Office();
    private final String path = "/api/devices/" + office.device;
    private String manager;
    private String administrator;
    private Http http;

    @AfterEach
    void timeIsAsBefore() {
        clock.reset();
    }

    @BeforeEach
    void known() {
        http = new Http(port);
        publish(office.history());
        manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        administrator = TestTokens.customer(UserId.random(), office.account, CustomerRole.ADMINISTRATOR);
        until(path, manager, body -> body.contains("\"total\":1000"));
    }

    /** DEV-27, SUP-53: whoever sees the device sees what is printed on its next parcel. */
    @Test
    void aDeviceTellsWhereItsTonerGoes() {
        publish(office.replenishment());
        assertThat(until(path, manager, body -> body.contains("ENABLED_ACTIVE"))
                        .path("autoToner")
                        .path("label")
                        .isNull())
                .as("nothing is made up of what was printed before")
                .isTrue();

        publish(office.enrolment());
        var toner = until(path, manager, body -> body.contains("Dock 7")).path("autoToner");
        assertThat(toner.path("label").path("attention").asString()).isEqualTo("Reception, Mia");
        assertThat(toner.path("label").path("name").asString()).isEqualTo("Acme");
        assertThat(toner.path("label").path("serialNumber").asString()).isEqualTo(office.serialNumber);
        assertThat(toner.path("contact").path("phone").asString()).isEqualTo("+31 30 123 45 67");
        assertThat(Instant.parse(toner.path("enrolledSince").asString())).isBefore(Instant.now());
        assertThat(http.get(path, TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .status())
                .isEqualTo(404);

        var history = "/api/customers/" + office.systemAccountNumber + "/timeline";
        assertThat(http.get(history, TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"))
                        .body())
                .contains("AutoTonerDetailsChanged")
                .contains("+31 30 123 45 67");
        assertThat(http.get(history, TestTokens.staff(StaffRole.DISPATCH_PLANNER, "NL"))
                        .body())
                .as("whom to ask is told to who needs addresses")
                .contains("AutoTonerDetailsChanged")
                .doesNotContain("+31 30 123 45 67")
                .doesNotContain("mia@acme.example");

        publish(List.of(office.enrolmentChanges(new AutoTonerDisabled(office.device, office.account))));
        var left = until(path, manager, body -> body.contains("\"enrolledSince\":null"));
        assertThat(left.path("autoToner").path("label").path("street").asString())
                .as("who leaves keeps his label (SUP-74)")
                .isEqualTo("Dock 7");
    }

    @Test
    void anotherAccountsLabelIsNotTold() {
        publish(office.replenishment());
        publish(office.enrolment());
        until(path, manager, body -> body.contains("Dock 7"));

        publish(List.of(office.enrolmentChanges(office.detailsChanged(AccountId.random(), "Somebody else"))));
        var hidden = until(path, manager, body -> !body.contains("Dock 7")).path("autoToner");
        assertThat(hidden.path("label").isNull()).isTrue();
        assertThat(hidden.path("contact").isNull()).isTrue();
        publish(List.of(office.enrolmentChanges(office.detailsChanged(office.account, "Mia"))));
        until(path, manager, body -> body.contains("Dock 7"));

        publish(List.of(
                office.enrolmentChanges(new AutoTonerDetailsChanged(office.device, office.account, null, null))));
        until(path, manager, body -> body.contains("\"label\":null"));
    }

    @Test
    void whetherTonerMayShipByItselfIsSaidByItsStateAlone() {
        publish(office.replenishment());
        until(path, manager, body -> body.contains("ENABLED_ACTIVE") && body.contains("\"eligible\":true"));
        publish(List.of(office.enrolmentChanges(
                new AutoTonerStateChanged(office.device, office.account, AutoTonerState.NOT_ELIGIBLE))));
        until(path, manager, body -> body.contains("NOT_ELIGIBLE") && body.contains("\"eligible\":false"));
    }

    /** BEY-03: a level that nobody has confirmed for a week does not pass for measured. */
    @Test
    void whatASilentDeviceMeasuredLastIsAnEstimate() {
        assertThat(levels(path, "")).containsExactly("SOME_LEFT null", "MEASURED 1");

        clock.advance(Duration.ofDays(7).minusMinutes(5));
        assertThat(levels(path, "")).containsExactly("SOME_LEFT null", "MEASURED 1");
        clock.advance(Duration.ofMinutes(10));
        assertThat(levels(path, "")).containsExactly("SOME_LEFT null", "ESTIMATED 1");
        assertThat(levels("/api/devices", "items")).containsExactly("SOME_LEFT null", "ESTIMATED 1");
        assertThat(levels("/api/dashboard", "lowToner")).containsExactly("SOME_LEFT null", "ESTIMATED 1");

        publish(List.of(office.arrival(
                office.device.toString(),
                new DeviceCommunicationReceived(office.device, AgentId.random(), clock.instant()))));
        until(path, manager, body -> body.contains("MEASURED"));
        assertThat(levels(path, "")).containsExactly("SOME_LEFT null", "MEASURED 1");
    }

    private List<String> levels(String path, String list) {
        var answer = http.get(path, manager).json();
        var device = list.isEmpty() ? answer : answer.path(list).path(0);
        return device.path("supplies").values().stream()
                .map(supply -> supply.path("state").asString() + " "
                        + supply.path("percent").asString("null"))
                .toList();
    }

    @Test
    void aDeviceTellsWhatBecameOfIt() {
        publish(office.replenishment());
        publish(office.fleet());
        var device = until(path, manager, body -> body.contains("\"replacedBy\":{"));
        assertThat(device.path("replacedBy").path("serialNumber").asString()).isEqualTo("N" + office.serialNumber);

        assertThat(texts(device.path("notes"), "text")).containsExactly("Fourth floor", "Cost centre 42");
        assertThat(device.path("notes").path(0).path("by").path("id").asString(""))
                .isNotEmpty();
        assertThat(texts(device.path("noteHistory"), "previous")).contains("Third floor");
        assertThat(device.path("state").asString()).isEqualTo("WORKING");
        assertThat(device.path("monitoring").path("status").asString()).isEqualTo("RECONNECT");
        assertThat(device.path("monitoring").path("eligible").asBoolean()).isTrue();
        assertThat(device.path("coverage").path("contractNumber").asString()).isEqualTo("CT-" + office.contract);
        assertThat(device.path("autoToner").path("state").asString()).isEqualTo("ENABLED_ACTIVE");
        assertThat(texts(device.path("groups"), "name")).containsExactly("Fourth floor");
        assertThat(device.path("supplyHistory").size()).isEqualTo(1);
        assertThat(actions(device))
                .containsExactly("ORDER_SUPPLIES:AUTO_TONER_ENABLED", "REQUEST_SERVICE", "ENTER_READ", "REMOVE");

        var groups = http.get("/api/device-groups?accountId=" + office.account, manager)
                .json();
        assertThat(texts(groups.path("items"), "name")).containsExactly("Fourth floor");
        assertThat(texts(groups.path("items").path(0).path("devices"), "serialNumber"))
                .containsExactly(office.serialNumber);
        var requests = http.get("/api/device-requests?accountId=" + office.account, administrator)
                .json();
        assertThat(texts(requests.path("items"), "state")).containsExactlyInAnyOrder("APPROVED", "REJECTED");
        assertThat(requests.path("items").path(0).path("holder").isNull()).isTrue();
        assertThat(http.get("/api/device-requests?q=" + office.requestNumber, WEB)
                        .json()
                        .path("items")
                        .path(0)
                        .path("holder")
                        .asString())
                .isEqualTo("Acme");
        var colleagues = http.get("/api/colleagues?accountId=" + office.account, administrator)
                .json();
        assertThat(colleagues.path("items").path(0).path("name").asString()).isEqualTo("Mia Manager");
        assertThat(colleagues.path("items").path(0).path("assignedDevices").asInt())
                .isEqualTo(2);
        assertThat(texts(http.get(path + "/assignees", administrator).json().path("items"), "userId"))
                .containsExactly(office.manager.toString());
    }

    @Test
    void aReadIsDueUntilItIsAcceptedAndSaysWhatIsExpected() {
        publish(List.of(office.due(LocalDate.of(2026, 11, 30))));
        var due = until("/api/meters/due", manager, body -> body.contains(office.serialNumber));
        var row = due.path("items").path(0);
        assertThat(due.path("total").asInt()).isEqualTo(1);
        assertThat(row.path("opensOn").asString()).isEqualTo("2026-11-25");
        assertThat(row.path("lastRead").path("counters").path("total").asInt()).isEqualTo(1000);
        assertThat(row.path("expected").path("total").path("expected").asLong()).isGreaterThan(1000);
        assertThat(row.path("expected").path("total").path("high").asLong())
                .isGreaterThan(
                        row.path("expected").path("total").path("expected").asLong());
        assertThat(http.get("/api/meters/due?serialNumber=nothing-like-it", manager)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(http.get("/api/meters/due", administrator)
                        .json()
                        .path("total")
                        .asInt())
                .as("an Administrator sees those assigned to himself (D-49)")
                .isZero();
        assertThat(http.get("/api/dashboard", manager)
                        .json()
                        .path("readsDueTotal")
                        .asInt())
                .isEqualTo(1);

        publish(List.of(office.read(LocalDate.of(2026, 11, 26), 1500)));

        until("/api/meters/due", manager, body -> !body.contains(office.serialNumber));
    }

    @Test
    void aCorrectedReadKeepsItsOldValueInSight() {
        publish(office.meters());
        publish(office.billing(ReadId.random(), LocalDate.of(2026, 11, 26)));
        until("/api/investigations?q=" + office.investigationNumber, DESK, body -> body.contains("misread an 8"));
        var reads = until(path + "/reads", manager, body -> body.contains("6000"));
        var corrected = reads.path("items").path(0);
        var old = reads.path("items").path(1);
        assertThat(corrected.path("counters").path("total").asInt()).isEqualTo(6000);
        assertThat(corrected.path("corrected").path("number").asString()).isEqualTo(office.correctionNumber);
        assertThat(corrected.path("corrected").path("previous").path("total").asInt())
                .isEqualTo(9000);
        assertThat(corrected.path("reason").asString()).isEqualTo("Two digits swapped");
        assertThat(corrected.path("source").asString()).isEqualTo("PHONE");
        assertThat(old.path("superseded").asBoolean()).isTrue();
        assertThat(old.path("correctedBy").asString()).isEqualTo(office.correctionNumber);
        assertThat(old.path("reason").asString()).isEqualTo("He phoned twice");
        assertThat(reads.path("resets")
                        .path(0)
                        .path("oldCounters")
                        .path("total")
                        .asInt())
                .isEqualTo(9001);
        assertThat(http.get(path, manager)
                        .json()
                        .path("lastRead")
                        .path("counters")
                        .path("total")
                        .asInt())
                .isEqualTo(6000);

        for (var reader : List.of(manager, administrator, CLERK)) {
            var correction = http.get("/api/corrections/" + office.correctionNumber, reader);
            assertThat(correction.status()).isEqualTo(200);
            assertThat(correction.json().path("state").asString()).isEqualTo("APPROVED");
            assertThat(correction.json().path("previous").path("total").asInt()).isEqualTo(9000);
        }
        assertThat(texts(
                        http.get("/api/corrections?state=REJECTED&q=" + office.serialNumber, CLERK)
                                .json()
                                .path("items"),
                        "number"))
                .containsExactly(office.secondCorrectionNumber);
        assertThat(http.get(
                                "/api/corrections/" + office.correctionNumber,
                                TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .status())
                .isEqualTo(404);
        var investigation = http.get("/api/investigations?cause=CUSTOMER_REFUSED&q=" + office.serialNumber, DESK)
                .json()
                .path("items")
                .path(0);
        assertThat(investigation.path("state").asString()).isEqualTo("CLOSED");
        assertThat(investigation.path("counters").path("total").asInt()).isEqualTo(10_000);

        var usage = until(path + "/usage-lines", manager, body -> body.contains(office.invoiceNumber));
        assertThat(usage.path("lines").path(0).path("pages").asInt()).isEqualTo(999);
        assertThat(usage.path("openCorrection").isNull()).isTrue();
        assertThat(usage.toString()).as("money is for those who see invoices").doesNotContain("EUR");
    }

    @Test
    void aReadIsFreshWithinTheDaysAskedFor() {
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"));
        publish(List.of(office.arrival(
                "register-" + office.device,
                new MeterReadSubmitted(
                        ReadId.random(),
                        office.device,
                        Map.of(Counter.TOTAL, 1100L),
                        today.minusDays(11),
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        null))));
        until(path + "/read-freshness", manager, body -> body.contains("\"fresh\":true"));
        assertThat(http.get(path + "/read-freshness?days=10", manager)
                        .json()
                        .path("fresh")
                        .asBoolean())
                .isFalse();
        assertThat(http.get(path + "/read-freshness?days=-1", manager).status()).isEqualTo(400);
    }

    /** D-02: three fields, and nothing that is asked of the others says more. */
    @Test
    void ofADeviceThatIsOnlyBrowsedNothingElseCanBeFoundOut() {
        publish(office.replenishment());
        publish(office.fleet());
        publish(List.of(office.due(LocalDate.of(2026, 11, 30))));
        until(path, administrator, body -> body.contains("CT-" + office.contract) && body.contains("2026-11-30"));
        var functions = EnumSet.copyOf(PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER));
        functions.add(Function.DEVICE_BROWSE_ACCOUNT);
        var browser = TestTokens.of(new Caller(
                Caller.Kind.CUSTOMER,
                UserId.random().toString(),
                "Bo Browser",
                "en",
                List.of(new Caller.Grant(office.account, CustomerRole.DEVICE_MANAGER, functions)),
                null,
                null));
        var list = "/api/devices?assigned=false&";

        for (var shown :
                List.of("q=" + office.serialNumber, "serialNumber=" + office.serialNumber, "location=utrecht")) {
            var found = http.get(list + shown + "&model=L8260", browser).json();
            assertThat(found.path("total").asInt()).as(shown).isEqualTo(1);
            var device = found.path("items").path(0);
            assertThat(device.path("browsed").asBoolean()).isTrue();
            assertThat(device.path("location").path("city").asString()).isEqualTo("Utrecht");
            for (var hidden : List.of(
                    "equipmentNumber",
                    "lastRead",
                    "lastCommunication",
                    "state",
                    "stateSince",
                    "monitoring",
                    "coverage",
                    "autoToner",
                    "due",
                    "nextDueOn")) {
                assertThat(device.path(hidden).isNull()).as(hidden).isTrue();
            }
            for (var hidden : List.of("notes", "groups", "supplies", "counters")) {
                assertThat(device.path(hidden).size()).as(hidden).isZero();
            }
            assertThat(actions(device))
                    .containsExactly(
                            "ORDER_SUPPLIES:DEVICE_NOT_ASSIGNED",
                            "REQUEST_SERVICE",
                            "ENTER_READ:DEVICE_NOT_ASSIGNED",
                            "REMOVE:DEVICE_NOT_ASSIGNED");
        }
        for (var hidden : List.of(
                "q=Fourth",
                "q=CT-" + office.contract,
                "q=EQ-1",
                "contract=ACTIVE",
                "contract=NONE",
                "state=WORKING",
                "state=DOWN",
                "monitoring=RECONNECT",
                "due=true",
                "due=false",
                "lowToner=true",
                "lowToner=false",
                "group=" + office.group)) {
            assertThat(http.get(list + hidden, browser).json().path("total").asInt(-1))
                    .as(hidden)
                    .isZero();
        }
        for (var sort : List.of("state", "-contract", "lastRead,desc", "due", "note1", "monitoring", "-autoToner")) {
            assertThat(texts(http.get(list + "sort=" + sort, browser).json().path("items"), "serialNumber"))
                    .as("the order says nothing: " + sort)
                    .containsExactly("N" + office.serialNumber, office.serialNumber);
        }
        assertThat(http.get(path, browser).status()).isEqualTo(404);
        for (var whole : List.of("q=Fourth", "contract=ACTIVE", "group=" + office.group, "due=true&state=WORKING")) {
            assertThat(texts(
                            http.get("/api/devices?" + whole, administrator)
                                    .json()
                                    .path("items"),
                            "serialNumber"))
                    .as(whole)
                    .containsExactly(office.serialNumber);
        }
        for (var sort : List.of(
                "serialNumber",
                "equipmentNumber",
                "model",
                "manufacturer",
                "site",
                "city",
                "room",
                "accountName",
                "customerAccountNumber",
                "lastRead",
                "lastCommunication",
                "state",
                "monitoring",
                "contract",
                "contractUntil",
                "autoToner",
                "due",
                "note1",
                "note2")) {
            assertThat(http.get("/api/devices?sort=-" + sort, administrator)
                            .json()
                            .path("total")
                            .asInt())
                    .as(sort)
                    .isEqualTo(2);
        }
    }

    /** BEY-12: what is expected, and what a read is compared with, goes on from where the new counter begins. */
    @Test
    void afterAResetTheCorridorIsThatOfTheNewCounter() {
        var register = "register-" + office.device;
        var device = "/api/devices/" + office.device;
        var reset = LocalDate.of(2026, 11, 2);
        publish(List.of(
                office.read(LocalDate.of(2026, 10, 1), 2000),
                office.read(LocalDate.of(2026, 11, 1), 4000),
                office.arrival(
                        register,
                        new MeterCounterReset(
                                office.device,
                                reset,
                                Map.of(Counter.TOTAL, 4100L),
                                Map.of(Counter.TOTAL, 7L),
                                "New board")),
                office.due(LocalDate.of(2026, 11, 30))));
        var due = until("/api/meters/due", manager, body -> body.contains("2026-11-30"))
                .path("items")
                .path(0);
        var expected = due.path("expected").path("total");
        var perDay = 2100d / java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(2026, 10, 1), reset);
        var days = java.time.temporal.ChronoUnit.DAYS.between(
                reset, LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam")));

        assertThat(expected.path("perDay").asDouble()).isCloseTo(perDay, within(0.01));
        assertThat(expected.path("expected").asLong()).isCloseTo(Math.round(7 + perDay * days), within(1L));
        for (var compared : List.of(due, http.get(device, manager).json())) {
            assertThat(compared.path("lastRead").path("counters").path("total").asLong())
                    .isEqualTo(4000);
            var previous = compared.path("previous");
            assertThat(previous.path("counters").path("total").asLong()).isEqualTo(7);
            assertThat(previous.path("counters").path("colour").asLong()).isEqualTo(1000);
            assertThat(previous.path("resetOn").asString()).isEqualTo("2026-11-02");
        }

        publish(List.of(office.arrival(
                register,
                new MeterReadSubmitted(
                        ReadId.random(),
                        office.device,
                        Map.of(Counter.TOTAL, 57L),
                        LocalDate.of(2026, 11, 3),
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        null,
                        Map.of(Counter.TOTAL, 4150L),
                        null))));
        var after = until(device, manager, body -> body.contains("2026-11-03")).path("previous");
        assertThat(after.path("counters").path("total").asLong()).isEqualTo(57);
        assertThat(after.path("counters").path("colour").asLong()).isEqualTo(1000);
        assertThat(after.path("resetOn").isNull()).isTrue();
    }

    private static List<String> actions(JsonNode device) {
        return StreamSupport.stream(device.path("actions").spliterator(), false)
                .map(action -> action.path("action").asString()
                        + (action.path("allowed").asBoolean()
                                ? ""
                                : ":" + action.path("reason").asString()))
                .toList();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }

    private JsonNode until(String path, String reader, java.util.function.Predicate<String> shows) {
        await(path)
                .atMost(PATIENCE)
                .until(() -> shows.test(http.get(path, reader).body()));
        return http.get(path, reader).json();
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
