package io.platen.platform.inbox;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;

/** An event of another service, with what travels beside it. */
public record Received(PublishedEvent event, EventMetadata metadata) {}
