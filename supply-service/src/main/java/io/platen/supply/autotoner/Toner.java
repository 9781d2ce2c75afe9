package io.platen.supply.autotoner;

import io.platen.contracts.id.OrderId;
import io.platen.supply.autotoner.EnrolmentEvent.CartridgeReplaced;
import io.platen.supply.autotoner.EnrolmentEvent.OrderedByHand;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelDelivered;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelShipped;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentDecided;
import io.platen.supply.autotoner.EnrolmentEvent.TonerRanLow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One colour of a device. What was observed counts by the time of the observation, in whatever order it comes.
 *
 * @param parcels whose toner is not known to be in use yet, the oldest first; more than one where staff insisted
 */
record Toner(
        @Nullable LowMark mark,
        List<Parcel> parcels,
        @Nullable Instant lastLowAt,
        @Nullable Instant lastReplacedAt) {

    static final Toner UNKNOWN = new Toner(null, List.of(), null, null);

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
        return parcels.stream().anyMatch(parcel -> parcel.holdsBack(now));
    }

    /** The order whose parcel is not there yet. */
    Optional<OrderId> inTransit() {
        return parcels.stream().filter(Parcel::isInTransit).map(Parcel::orderId).findFirst();
    }

    Optional<Parcel> parcel(OrderId order) {
        return parcels.stream().filter(parcel -> parcel.is(order)).findFirst();
    }

    boolean isSkipTold() {
        return mark != null && mark.skipTold();
    }

    Toner after(TonerRanLow event) {
        var low = event.observedAt();
        return new Toner(mark == null ? LowMark.at(low) : mark.again(low), parcels, low, lastReplacedAt);
    }

    /** By itself it ships only where nothing that was sent before counts any more. */
    Toner after(ShipmentDecided event) {
        return afterOrder(List.of(Parcel.decided(event.orderId(), event.lowAt())));
    }

    Toner after(OrderedByHand event) {
        var ordered = Parcel.decided(event.orderId(), event.at());
        return afterOrder(Stream.concat(parcels.stream().filter(Parcel::isInTransit), Stream.of(ordered))
                .toList());
    }

    private Toner afterOrder(List<Parcel> next) {
        return new Toner(mark == null ? null : mark.afterShipment(), next, lastLowAt, lastReplacedAt);
    }

    Toner afterSkip() {
        return new Toner(mark == null ? null : mark.afterSkip(), parcels, lastLowAt, lastReplacedAt);
    }

    /** One cartridge comes out of one parcel. */
    Toner after(CartridgeReplaced event) {
        var at = event.observedAt();
        var used = parcels.stream()
                .filter(parcel -> parcel.isUsedUpBy(at))
                .map(Parcel::orderId)
                .findFirst();
        var left = parcels.stream()
                .filter(parcel -> used.filter(parcel::is).isEmpty())
                .toList();
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
        var servedSince = parcels.stream().anyMatch(parcel -> parcel.answers().isAfter(at));
        return new LowMark(mark.lastAt(), mark.lastAt(), servedSince, false);
    }

    Toner after(ParcelShipped event) {
        return with(event.orderId(), parcel -> parcel.shipped(event.shippedAt()));
    }

    Toner after(ParcelDelivered event) {
        return with(event.orderId(), parcel -> parcel.delivered(event.deliveredAt()));
    }

    private Toner with(OrderId order, UnaryOperator<Parcel> change) {
        var next = parcels.stream()
                .map(parcel -> parcel.is(order) ? change.apply(parcel) : parcel)
                .toList();
        return new Toner(mark, next, lastLowAt, lastReplacedAt);
    }

    /** They went to another customer. */
    Toner withoutParcels() {
        return new Toner(mark, List.of(), lastLowAt, lastReplacedAt);
    }
}
