package io.platen.platform.eventstore;

/** What every stored event tells about itself beside its payload; values are text. */
public final class MetadataKeys {

    /** The same for everything that one request set off. */
    public static final String CORRELATION = "correlation";

    /** The command or event that directly caused this one. */
    public static final String CAUSATION = "causation";

    /** Who caused it: a user id, an agent id or {@code system}. */
    public static final String ACTOR = "actor";

    /** The customer account concerned, where there is one. */
    public static final String ACCOUNT = "account";

    private MetadataKeys() {}
}
