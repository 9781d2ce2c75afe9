package io.platen.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class AppendedEventsTest {

    private final AppendedEvents appended =
            new AppendedEvents(event -> !event.getPayload().equals("kept to itself"));

    @Test
    void eachAggregateStandsWithItsLastEvent() {
        appended.begin();
        append("a", 0);
        append("b", 0);
        append("a", 1);

        assertThat(appended.positions()).isEqualTo("b@0,a@1");
        appended.end();
        assertThat(appended.positions()).isEmpty();
    }

    @Test
    void whatDoesNotFitIntoAHeaderIsLeftOutFromTheFront() {
        appended.begin();
        IntStream.range(0, 1_000).forEach(i -> append("aggregate-" + i, 0));
        append("aggregate-0", 1);

        assertThat(appended.positions().split(","))
                .hasSize(200)
                .endsWith("aggregate-999@0", "aggregate-0@1")
                .doesNotContain("aggregate-800@0");
        appended.end();
    }

    /** The view would wait for it in vain. */
    @Test
    void whatNobodyIsToldOfIsNotWaitedFor() {
        appended.begin();
        append("a", 0);
        appended.on(List.of(new GenericDomainEventMessage<>("Thing", "a", 1, "kept to itself")));
        appended.on(List.of(new GenericDomainEventMessage<>("Thing", "b", 0, "kept to itself")));

        assertThat(appended.positions()).isEqualTo("a@0");
        appended.end();
    }

    private void append(String aggregate, long sequence) {
        appended.on(List.of(new GenericDomainEventMessage<>("Thing", aggregate, sequence, "happened")));
    }
}
