package io.platen.notification.delivery;

/** Why a message is no longer tried. */
public enum FailureReason {
    /** The mail server refused the address or the mail for good. */
    REFUSED,
    /** No mail server took it while the news was young enough to be told. */
    NOT_DELIVERED_IN_TIME,
    /** The server had the whole mail and never said whether it took it (ADR 0018). */
    OUTCOME_UNKNOWN,
    /** Identity never told who he is, or what he is on the account. */
    RECIPIENT_UNKNOWN,
    RECIPIENT_DEACTIVATED,
    /** The reader may not see any more what the message tells. */
    NOT_PERMITTED,
    ADDRESS_INVALID
}
