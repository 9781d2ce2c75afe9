package io.platen.notification.notice;

/** A group of people that something may concern (D-30). */
public enum Audience {
    /** Whose ticket it is. */
    REQUESTER,
    /** Stock managers and device-stock managers who look after the device. */
    STOCK_MANAGERS,
    /** Whoever looks after the device. */
    DEVICE_USERS,
    /** Every administrator of the account. */
    ADMINISTRATORS
}
