package io.platen.platform.inbox;

import io.platen.contracts.event.Topic;
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

    /** Returns without doing anything for events that do not concern it. */
    void on(Received received);

    /**
     * Whether it writes rows that no other consumer writes, and sends no command. Its events then share transactions while
     * many wait: an aggregate would be loaded behind what the transaction has already written.
     */
    default boolean onlyProjects() {
        return false;
    }
}
