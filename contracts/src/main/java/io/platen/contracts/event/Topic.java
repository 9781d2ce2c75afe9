package io.platen.contracts.event;

/** One Kafka topic per service, keyed by aggregate id. */
public enum Topic {
    IDENTITY,
    DEVICE,
    METER,
    TICKET,
    SUPPLY,
    BILLING,
    NOTIFICATION;

    /** The name on the broker, for example {@code platen.meter}. */
    public String topicName() {
        return "platen." + lowerCase();
    }

    /** Where events of this topic go that a consumer cannot handle. */
    public String deadLetterTopicName() {
        return topicName() + ".dead-letter";
    }

    /** The service's name as it stands in addresses, databases and CloudEvents sources. */
    public String lowerCase() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
