package io.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.StackFailure;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.apps.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The flows again, with two copies of every service. */
class FlowsSideBySideIT extends FlowsJourney {
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TICKETS = Duration.ofMillis(400);

    @Override
    void arrange(LocalStackBuilder stack) {
        for (var service : Service.values()) {
            stack.instances(service, 2);
        }
    }

    /** One copy of each service is stopped in good order while tickets come in; each is there afterwards, once. */
    @Test
    void aCopyThatStopsLosesNoRequest() throws Exception {
        var opened = new ConcurrentLinkedQueue<String>();
        var over = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(pool.submit(() -> open(client, opened, over)));
            }
            for (var service : List.of(Service.TICKET, Service.GATEWAY, Service.NOTIFICATION, Service.IDENTITY)) {
                int before = opened.size();
                await().atMost(PATIENCE).until(() -> opened.size() > before + CLIENTS);
                var copy = stack().instances(service).getLast();
                copy.stop();
                int without = opened.size();
                await().atMost(PATIENCE).until(() -> opened.size() > without + CLIENTS);
                copy.start();
                copy.awaitReady(PATIENCE);
            }
            over.set(true);
            for (var client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A client gave up", e.getCause());
        }
        var references = List.copyOf(opened);
        assertThat(references).doesNotHaveDuplicates();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).containsAll(references));
        var mailbox = new Mailbox(Cast.CUSTOMER, stack().mail().imapPort());
        await().atMost(PATIENCE).untilAsserted(() -> {
            var subjects = mailbox.subjects();
            assertThat(references)
                    .allSatisfy(
                            reference -> assertThat(subjects.stream().filter(subject -> subject.contains(reference)))
                                    .hasSize(1));
        });
    }

    private void open(int client, Queue<String> opened, AtomicBoolean over) {
        var api = Cast.as(stack(), Cast.CUSTOMER);
        for (int i = 0; !over.get(); i++) {
            var key = "stopping-" + client + "-" + i;
            var body = Map.of(
                    "kind", "QUESTION",
                    "subject", "Question " + key,
                    "description", "While something stops.",
                    "topic", "OTHER");
            opened.add(await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(StackFailure.class::isInstance)
                    .until(() -> api.patientPost("/api/tickets", body, key), PlatenApi.Answer::isOk)
                    .body()
                    .required("reference")
                    .asString());
            LockSupport.parkNanos(BETWEEN_TICKETS.toNanos());
        }
    }

    private List<String> seen() {
        var references = new ArrayList<String>();
        var api = Cast.as(stack(), Cast.CUSTOMER);
        for (int page = 0; ; page++) {
            var items = api.mustGet("/api/tickets?size=200&sort=openedAt,asc&page=" + page)
                    .required("items");
            items.forEach(ticket -> references.add(ticket.required("reference").asString()));
            if (items.size() < 200) {
                return references;
            }
        }
    }
}
