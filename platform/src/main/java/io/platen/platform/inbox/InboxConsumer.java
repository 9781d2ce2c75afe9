package io.platen.platform.inbox;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.platform.observability.Correlation;
import java.util.List;
import java.util.Set;

/**
 * A bean that is told what other services publish. Each event has its effect once: {@link #on} runs in one transaction
 * with the note that it did; commands may be sent inside. Events of one aggregate come in order; an event that keeps
 * failing goes to the dead letter topic and the next one follows.
 */
public interface InboxConsumer {

    /** Stable: the note of what was handled stands under it, and the place in the topic. */
    String name();

    Set<Topic> topics();

    void on(Received received);

    /**
     * Several at once, in their order and for the first time, of a consumer that {@link #onlyProjects}; where it fails they
     * come again one by one.
     */
    default void onTogether(List<Received> received) {
        received.forEach(event -> {
            var correlation = Correlation.open(event.metadata().correlationId());
            try {
                on(event);
            } finally {
                correlation.close();
            }
        });
    }

    /** False for events that have no effect here: they are not read and pass without a transaction and without a note. */
    default boolean concerns(Class<? extends PublishedEvent> type) {
        return true;
    }

    /**
     * Whether it writes rows that no other consumer writes, and sends no command. Its events then share transactions while
     * many wait: an aggregate would be loaded behind what the transaction has already written.
     */
    default boolean onlyProjects() {
        return false;
    }
}
