package io.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.localstack.LocalStack;
import io.platen.localstack.StackFailure;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.apps.Service;
import io.platen.localstack.demo.DemoPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ticket, supply, billing and notification are ended by SIGKILL, each in the middle of the flow. What was acknowledged is
 * there once, each mail was sent at most once, and the view made anew shows the same.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FlowsKillIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TICKETS_BEFORE_EACH_KILL = 10;
    private static final int SENDERS = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private LocalStack stack;
    private Fleet fleet;

    @BeforeEach
    void start() {
        // a mail that was claimed by a sender which is gone is taken again within the test's patience
        stack = LocalStack.builder()
                .dataDir(folder)
                .environment(Service.NOTIFICATION, "PLATEN_MAIL_LEASE", "20s")
                .start();
        fleet = Fleet.load(stack);
    }

    @AfterEach
    void stop() {
        if (Objects.nonNull(stack)) {
            stack.close();
        }
    }

    @Test
    void aFlowGoesOnWhereItWasWhenItsServiceIsKilled() throws Exception {
        var manager = fleet.manager();
        var clerk = clerk();
        var contract = contract(clerk);
        var references = new ArrayList<String>();
        for (var service : List.of(Service.TICKET, Service.SUPPLY, Service.BILLING, Service.NOTIFICATION)) {
            for (int i = 0; i < TICKETS_BEFORE_EACH_KILL; i++) {
                references.add(ticket(manager, references.size()));
                read(manager, references.size());
                if (i == TICKETS_BEFORE_EACH_KILL / 2) {
                    stack.instances(service).getFirst().kill();
                    stack.instances(service).getFirst().start();
                }
            }
            stack.instances(service).getFirst().awaitReady(PATIENCE);
        }
        stack.awaitReady();

        assertThat(references).doesNotHaveDuplicates();
        await("the view has every ticket")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tickets(manager)).containsExactlyInAnyOrderElementsOf(references));
        var mailbox = new Mailbox(Fleet.MANAGER, stack.mail().imapPort());
        await("every mail has gone out, or nobody knows whether it has")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(messages("SENT") + messages("FAILED")).isEqualTo(references.size()));
        // those that were in the senders' hands behind the last word when they were killed (ADR 18)
        assertThat(messages("FAILED")).isLessThanOrEqualTo(SENDERS);
        assertThat(mailbox.subjects())
                .hasSizeBetween(messages("SENT"), references.size())
                .allSatisfy(subject -> assertThat(references.stream().filter(subject::contains))
                        .hasSize(1))
                .doesNotHaveDuplicates();
        await("billing knows every read")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(usageRecorded()).isEqualTo(references.size()));

        var before = everythingSeen(manager, clerk, references);
        View.rebuild(stack);
        await("the view is rebuilt")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(everythingSeen(manager, clerk, references)).isEqualTo(before));
        assertThat(mailbox.subjects()).doesNotHaveDuplicates();
        assertThat(contract).isNotEmpty();
    }

    private PlatenApi clerk() {
        stack.api(stack.adminToken())
                .mustPost(
                        "/api/users",
                        Map.of(
                                "email",
                                Cast.CLERK,
                                "name",
                                "Claire Frost",
                                "language",
                                "en",
                                "password",
                                DemoPeople.PASSWORD,
                                "staff",
                                Map.of("role", "BILLING_CLERK", "regions", List.of("GB"))),
                        "flows-kill-clerk");
        return Cast.as(stack, Cast.CLERK);
    }

    private String contract(PlatenApi clerk) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return clerk.mustPost(
                        "/api/contracts",
                        Map.of(
                                "number",
                                "KILL-1",
                                "accountId",
                                fleet.account(),
                                "deviceIds",
                                fleet.devices(),
                                "start",
                                today.minusMonths(2).toString(),
                                "end",
                                today.plusYears(1).toString(),
                                "maintenance",
                                true,
                                "supplies",
                                true,
                                "currency",
                                "GBP",
                                "rates",
                                Map.of("total", "0.0125")),
                        "flows-kill-contract")
                .required("contractId")
                .asString();
    }

    private String ticket(PlatenApi manager, int number) {
        var body = Map.of(
                "kind", "INCIDENT",
                "subject", "Incident number " + number,
                "description", "It stopped.",
                "topic", "DEVICE_FAULT",
                "deviceId", fleet.devices().get(number % fleet.devices().size()));
        return untilAnswered(() -> manager.patientPost("/api/tickets", body, "flows-kill-ticket-" + number))
                .required("reference")
                .asString();
    }

    /** A device's n-th read, a day and a hundred pages after the one before. */
    private void read(PlatenApi manager, int number) {
        int turn = number / fleet.devices().size();
        var body = Map.of(
                "readOn",
                LocalDate.now(ZoneOffset.UTC).minusDays(20L - turn).toString(),
                "counters",
                Map.of("total", 100_000 + 100 * turn));
        var device = fleet.devices().get(number % fleet.devices().size());
        untilAnswered(
                () -> manager.patientPost("/api/devices/" + device + "/reads", body, "flows-kill-read-" + number));
    }

    private static JsonNode untilAnswered(java.util.function.Supplier<PlatenApi.Answer> call) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(StackFailure.class::isInstance)
                .until(call::get, PlatenApi.Answer::isOk)
                .body();
    }

    private static List<String> tickets(PlatenApi manager) {
        return manager.mustGet("/api/tickets?size=200")
                .required("items")
                .valueStream()
                .map(ticket -> ticket.required("reference").asString())
                .toList();
    }

    private int messages(String state) throws java.sql.SQLException {
        try (var connection = stack.postgres().superuser(Service.NOTIFICATION.id());
                var count = connection.prepareStatement("select count(*) from message where state = ?")) {
            count.setString(1, state);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private int usageRecorded() throws java.sql.SQLException {
        try (var connection = stack.postgres().superuser(Service.BILLING.id());
                var rows =
                        connection.createStatement().executeQuery("select count(distinct read_id) from meter_read")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Map<String, JsonNode> everythingSeen(PlatenApi manager, PlatenApi clerk, List<String> references) {
        var seen = new TreeMap<String, JsonNode>();
        seen.put("tickets", View.withoutMarks(manager.mustGet("/api/tickets?size=200&sort=openedAt,asc")));
        seen.put("contracts", View.withoutMarks(clerk.mustGet("/api/contracts?size=200")));
        for (var reference : references) {
            seen.put(reference, View.withoutMarks(manager.mustGet("/api/tickets/" + reference)));
        }
        return seen;
    }
}
