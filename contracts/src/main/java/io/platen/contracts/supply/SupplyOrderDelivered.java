package io.platen.contracts.supply;

import io.platen.contracts.id.OrderId;
import java.time.Instant;

/** The parcel is at the customer. */
public record SupplyOrderDelivered(OrderId orderId, Instant deliveredAt) implements SupplyEvent {}
