package io.platen.ticket.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.ticket.TicketEvent;
import io.platen.platform.publish.StoredEvent;
import io.platen.platform.testing.Golden;
import io.platen.ticket.life.StoredSamples;
import io.platen.ticket.life.TicketEvent.TicketAnswered;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others are told of each stored event. */
class PublishedEventsGoldenTest {

    static Stream<io.platen.ticket.life.TicketEvent> told() {
        return StoredSamples.all().filter(event -> !(event instanceof TicketAnswered));
    }

    @ParameterizedTest
    @MethodSource("told")
    void theJsonIsFrozen(io.platen.ticket.life.TicketEvent event) {
        var published = publish(event);

        assertThat(published).hasSize(1);
        Golden.assertJson("events/published/" + published.getFirst().type() + ".json", published.getFirst());
    }

    @Test
    void everyPublishedEventIsToldBySomething() {
        assertThat(told().flatMap(event -> publish(event).stream())
                        .map(Object::getClass)
                        .collect(Collectors.<Class<?>>toSet()))
                .containsExactlyInAnyOrder(TicketEvent.class.getPermittedSubclasses());
    }

    @Test
    void thatTheClockStoppedIsSaidByTheWordThatStoppedIt() {
        assertThat(StoredSamples.all()
                        .filter(TicketAnswered.class::isInstance)
                        .flatMap(event -> publish(event).stream()))
                .isEmpty();
    }

    private static List<PublishedEvent> publish(io.platen.ticket.life.TicketEvent event) {
        return new TicketPublications()
                .publish(new StoredEvent(
                        "id",
                        "Ticket",
                        event.reference().toString(),
                        1,
                        event,
                        Instant.parse("2026-11-26T09:00:00Z"),
                        null,
                        "somebody",
                        "request",
                        null));
    }
}
