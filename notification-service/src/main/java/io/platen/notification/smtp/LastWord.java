package io.platen.notification.smtp;

/** Asked just before the server gets the line after which it may have taken the mail. */
@FunctionalInterface
public interface LastWord {

    /** @return false to break off: the server drops what it has got so far */
    boolean mayBeSaid();
}
