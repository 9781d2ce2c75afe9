package io.platen.notification.smtp;

/** What is known of a mail after the server was spoken to. */
public sealed interface Handover {

    /** The server answers for it from now on. */
    record Taken() implements Handover {}

    /**
     * For good.
     *
     * @param status 500 to 599
     */
    record Refused(int status) implements Handover {}

    /** The server certainly does not have it; it may be tried again. */
    record NotTaken(String trouble) implements Handover {}

    /** The server had all of it and did not say whether it took it. */
    record Unknown(String trouble) implements Handover {}
}
