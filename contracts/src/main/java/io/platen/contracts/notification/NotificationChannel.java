package io.platen.contracts.notification;

/** How a message reaches its reader. */
public enum NotificationChannel {
    MAIL
}
