package io.platen.supply.autotoner;

import io.platen.contracts.id.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shipment of a colour whose toner is not known to be in use yet.
 *
 * @param answers the low report, or when somebody ordered
 */
record Parcel(
        OrderId orderId,
        Instant answers,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt) {

    /** SUP-52: after that a repeated alert is believed. */
    static final Duration WAITING_TO_BE_USED = Duration.ofDays(14);

    static Parcel decided(OrderId orderId, Instant answers) {
        return new Parcel(orderId, answers, null, null);
    }

    boolean is(OrderId order) {
        return orderId.equals(order);
    }

    /** Ordered, and not there yet. */
    boolean isInTransit() {
        return deliveredAt == null;
    }

    /** On its way, or so lately there that it stands beside the machine. */
    boolean holdsBack(Instant now) {
        return deliveredAt == null || !now.isAfter(deliveredAt.plus(WAITING_TO_BE_USED));
    }

    /** A cartridge replaced before the parcel left the house came from the shelf (BEY-04). */
    boolean isUsedUpBy(Instant replacedAt) {
        return shippedAt != null && replacedAt.isAfter(shippedAt);
    }

    Parcel shipped(Instant at) {
        return new Parcel(orderId, answers, at, deliveredAt);
    }

    Parcel delivered(Instant at) {
        return new Parcel(orderId, answers, shippedAt, at);
    }
}
