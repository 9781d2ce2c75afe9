package io.platen.ticket;

import static io.platen.ticket.TicketScenario.QUESTION;
import static io.platen.ticket.TicketScenario.referenceOf;
import static io.platen.ticket.TicketScenario.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketTriageOverdue;
import io.platen.platform.inbox.Received;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import io.platen.ticket.directory.TriageDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** TIC-20: a ticket without a priority is told of at its time, by whichever process is there, and once. */
@PlatenIT(properties = "platen.ticket.deadline-interval=1h")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageDeadlineIT {

    /** Thursday, ten o'clock in Amsterdam. */
    private static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");

    private static final String SOON = "platen.ticket.deadline-interval=50ms";

    private final AccountId account = AccountId.random();
    private final String administrator = TestTokens.customer(UserId.random(), account, CustomerRole.ADMINISTRATOR);
    private final String desk = TestTokens.staff(UserId.random(), StaffRole.CONTACT_CENTRE, "NL");

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TriageDeadlines deadlines;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Environment environment;

    @Value("${local.server.port}")
    private int port;

    @BeforeAll
    void customer() {
        new TicketScenario(events, jdbc).account(account, "NL");
    }

    @BeforeEach
    void tenOClock() {
        clock.set(TEN);
        jdbc.sql("delete from triage_deadline").update();
    }

    /** The process that took the ticket never asks again: its next look is in an hour. */
    @Test
    void theNextProcessFindsWhatTheOneBeforeWouldHaveAsked() {
        var late = opened();
        var inTime = opened();
        assertThat(new Http(port)
                        .post(
                                "/api/tickets/" + inTime + "/priority",
                                desk,
                                "{\"businessCritical\":true,\"workaround\":false}")
                        .status())
                .isEqualTo(200);

        try (var next = AnotherInstance.of(TicketServiceApplication.class, environment, SOON)) {
            next.context().getBean(MutableClock.class).set(TEN.plus(Duration.ofMinutes(20)));
            var told = events.await(Topic.TICKET, received -> isOverdue(late, received));

            assertThat(((TicketTriageOverdue) told.event()).due())
                    .isBetween(TEN.plus(Duration.ofMinutes(15)), TEN.plus(Duration.ofMinutes(16)));
            assertThat(told.metadata().account()).isEqualTo(account);
            assertThat(told.metadata().actor()).isEqualTo(EventMetadata.SYSTEM);
            soon().until(() -> !waiting(late) && !waiting(inTime));
            soon().until(() -> missed(next) == 1);
            assertThat(stored(inTime)).isZero();
        }
    }

    @Test
    void ofTwoProcessesThatAskAtTheSameTimeOneTells() {
        var tickets = IntStream.range(0, 40).mapToObj(i -> opened()).toList();

        try (var one = AnotherInstance.of(TicketServiceApplication.class, environment, SOON);
                var other = AnotherInstance.of(TicketServiceApplication.class, environment, SOON)) {
            var later = TEN.plus(Duration.ofHours(1));
            one.context().getBean(MutableClock.class).set(later);
            other.context().getBean(MutableClock.class).set(later);
            soon().until(() -> tickets.stream().noneMatch(this::waiting));
            soon().until(() -> missed(one) + missed(other) == tickets.size());

            // who read the table a moment before the other had settled it
            tickets.forEach(ticket -> deadlines.add(new TicketReference(ticket), account, TEN));
            soon().until(() -> tickets.stream().noneMatch(this::waiting));
        }
        assertThat(tickets).allMatch(ticket -> stored(ticket) == 1);
    }

    /** A new calendar, or a table that knows less than the tickets: as after the migration that made it. */
    @Test
    void whoIsAskedTooEarlyIsAskedAgain() {
        var ticket = opened();
        jdbc.sql("update triage_deadline set due_at = '-infinity' where reference = ?")
                .param(ticket)
                .update();

        try (var next = AnotherInstance.of(TicketServiceApplication.class, environment, SOON)) {
            next.context().getBean(MutableClock.class).set(TEN.plus(Duration.ofMinutes(5)));
            soon().until(() -> jdbc.sql("select due_at > '2026-01-01' from triage_deadline where reference = ?")
                    .param(ticket)
                    .query(Boolean.class)
                    .single());
        }
        assertThat(stored(ticket)).isZero();
    }

    private String opened() {
        return referenceOf(new Http(port).post("/api/tickets", administrator, QUESTION));
    }

    /** Other contexts of this run share the broker, and their series begins at one as well. */
    private boolean isOverdue(String ticket, Received received) {
        return received.event() instanceof TicketTriageOverdue overdue
                && overdue.reference().value().equals(ticket)
                && account.equals(received.metadata().account());
    }

    private boolean waiting(String ticket) {
        return jdbc.sql("select exists (select from triage_deadline where reference = ?)")
                .param(ticket)
                .query(Boolean.class)
                .single();
    }

    private long stored(String ticket) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = 'TicketTriageOverdue'")
                .param(ticket)
                .query(Long.class)
                .single();
    }

    private static double missed(AnotherInstance instance) {
        return instance.context()
                .getBean(MeterRegistry.class)
                .get("platen.deadlines.missed")
                .counter()
                .count();
    }
}
