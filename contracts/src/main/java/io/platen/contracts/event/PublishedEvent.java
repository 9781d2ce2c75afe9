package io.platen.contracts.event;

/**
 * A fact that one service tells the others. A breaking change is a new record with a higher {@link EventVersion}
 * beside the old one.
 */
public interface PublishedEvent {

    /** The topic of the service that publishes it. */
    Topic topic();

    /** The CloudEvents type, for example {@code platen.meter.MeterReadSubmitted.v1}. */
    default String type() {
        return EventTypes.typeOf(getClass());
    }
}
