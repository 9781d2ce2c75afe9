package io.platen.supply.autotoner;

import io.platen.supply.autotoner.EnrolmentEvent.CartridgeReplaced;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelDelivered;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelShipped;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentDecided;
import io.platen.supply.autotoner.EnrolmentEvent.TonerRanLow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One colour of a device. What was observed counts by the time of the observation, in whatever order it comes. */
record Toner(
        @Nullable LowMark mark,
        @Nullable Parcel parcel,
        @Nullable Instant lastLowAt,
        @Nullable Instant lastReplacedAt) {

    static final Toner UNKNOWN = new Toner(null, null, null, null);

    /** A low report that is newer than all the others; in one report a replacement comes before it. */
    boolean isNewsLow(Instant observedAt) {
        return (lastLowAt == null || observedAt.isAfter(lastLowAt))
                && (lastReplacedAt == null || !observedAt.isBefore(lastReplacedAt));
    }

    boolean isNewsReplaced(Instant observedAt) {
        return lastReplacedAt == null || observedAt.isAfter(lastReplacedAt);
    }

    /** Low, and nothing was sent for it. */
    boolean isWaiting() {
        return mark != null && !mark.served();
    }

    boolean isHeldBack(Instant now) {
        return parcel != null && parcel.holdsBack(now);
    }

    boolean isSkipTold() {
        return mark != null && mark.skipTold();
    }

    Toner after(TonerRanLow event) {
        var low = event.observedAt();
        return new Toner(mark == null ? LowMark.at(low) : mark.again(low), parcel, low, lastReplacedAt);
    }

    Toner after(ShipmentDecided event) {
        return new Toner(
                mark == null ? null : mark.afterShipment(),
                Parcel.decided(event.orderId(), event.lowAt()),
                lastLowAt,
                lastReplacedAt);
    }

    Toner afterSkip() {
        return new Toner(mark == null ? null : mark.afterSkip(), parcel, lastLowAt, lastReplacedAt);
    }

    Toner after(CartridgeReplaced event) {
        var at = event.observedAt();
        var left = parcel != null && parcel.isUsedUpBy(at) ? null : parcel;
        return new Toner(markAfterReplacement(at), left, lastLowAt, at);
    }

    /** What was low after the replacement is low with the new cartridge. */
    private @Nullable LowMark markAfterReplacement(Instant at) {
        if (mark == null || !mark.lastAt().isAfter(at)) {
            return null;
        }
        if (mark.since().isAfter(at)) {
            return mark;
        }
        var servedSince = parcel != null && parcel.lowAt().isAfter(at);
        return new LowMark(mark.lastAt(), mark.lastAt(), servedSince, false);
    }

    Toner after(ParcelShipped event) {
        return new Toner(mark, parcel == null ? null : parcel.shipped(event.shippedAt()), lastLowAt, lastReplacedAt);
    }

    Toner after(ParcelDelivered event) {
        return new Toner(
                mark, parcel == null ? null : parcel.delivered(event.deliveredAt()), lastLowAt, lastReplacedAt);
    }

    /** It went to another customer. */
    Toner withoutParcel() {
        return new Toner(mark, null, lastLowAt, lastReplacedAt);
    }
}
