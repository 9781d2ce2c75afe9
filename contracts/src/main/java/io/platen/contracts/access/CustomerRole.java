package io.platen.contracts.access;

/** The one role of a user on a customer account (ID-21). */
public enum CustomerRole {
    ADMINISTRATOR,
    DEVICE_MANAGER,
    STOCK_MANAGER,
    DEVICE_STOCK_MANAGER,
    KNOWLEDGE_USER
}
