package io.platen.supply.order;

/** How far an order is; each state follows the one before it. */
public enum OrderState {
    PLACED,
    SHIPPED,
    DELIVERED
}
