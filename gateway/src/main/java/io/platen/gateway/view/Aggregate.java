package io.platen.gateway.view;

import io.platen.platform.inbox.Received;

/** Whose events come in order. */
record Aggregate(String source, String id) {

    static Aggregate of(Received received) {
        return new Aggregate(
                received.event().topic().lowerCase(), received.metadata().aggregateId());
    }
}
