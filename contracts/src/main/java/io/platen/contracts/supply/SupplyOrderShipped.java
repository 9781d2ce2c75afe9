package io.platen.contracts.supply;

import io.platen.contracts.id.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parcel is on its way. */
public record SupplyOrderShipped(
        OrderId orderId, @Nullable String carrier, @Nullable String trackingNumber, Instant shippedAt)
        implements SupplyEvent {}
