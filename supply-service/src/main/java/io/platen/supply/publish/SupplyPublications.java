package io.platen.supply.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerDisabled;
import io.platen.contracts.supply.AutoTonerEnabled;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import io.platen.supply.autotoner.Contact;
import io.platen.supply.autotoner.EnrolmentEvent;
import io.platen.supply.order.OrderEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders, states, labels and skipped shipments are for others to know; low marks by themselves are not. */
@Component
class SupplyPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case EnrolmentEvent enrolment -> published(enrolment, event.account());
            case OrderEvent order -> List.of(published(order));
            default -> throw new IllegalStateException("No event of this service: " + event.payload());
        };
    }

    /** What follows from a device's report, or from time, comes without an account beside it. */
    @Override
    public @Nullable AccountId account(StoredEvent event, PublishedEvent published) {
        var named = switch (published) {
            case AutoTonerOrderPlaced order -> order.accountId();
            case SupplyOrderPlaced order -> order.accountId();
            case AutoTonerShipmentSkipped skipped -> skipped.accountId();
            case AutoTonerStateChanged changed -> changed.accountId();
            case AutoTonerDetailsChanged changed -> changed.accountId();
            default -> null;
        };
        return named == null ? event.account() : named;
    }

    /** @param account of the device, beside what somebody asked for */
    private static List<PublishedEvent> published(EnrolmentEvent event, @Nullable AccountId account) {
        return switch (event) {
            case EnrolmentEvent.StateChanged e ->
                List.of(new AutoTonerStateChanged(e.deviceId(), e.accountId(), e.state()));
            case EnrolmentEvent.DeviceEnrolled e ->
                List.of(new AutoTonerEnabled(e.deviceId(), account, e.label().details(), told(e.contact())));
            case EnrolmentEvent.LabelChanged e ->
                List.of(new AutoTonerDetailsChanged(
                        e.deviceId(), account, e.label().details(), told(e.contact())));
            case EnrolmentEvent.LabelForgotten e ->
                List.of(new AutoTonerDetailsChanged(e.deviceId(), e.accountId(), null, null));
            case EnrolmentEvent.EnrolmentEnded e -> List.of(new AutoTonerDisabled(e.deviceId(), account));
            case EnrolmentEvent.ShipmentSkipped e ->
                List.of(new AutoTonerShipmentSkipped(e.deviceId(), e.accountId(), e.colour(), e.reason()));
            case EnrolmentEvent.EnrolmentOpened e -> List.of();
            case EnrolmentEvent.EligibilityChanged e -> List.of();
            case EnrolmentEvent.AccountChanged e -> List.of();
            case EnrolmentEvent.TonerRanLow e -> List.of();
            case EnrolmentEvent.ShipmentDecided e -> List.of();
            case EnrolmentEvent.OrderedByHand e -> List.of();
            case EnrolmentEvent.CartridgeReplaced e -> List.of();
            case EnrolmentEvent.ParcelShipped e -> List.of();
            case EnrolmentEvent.ParcelDelivered e -> List.of();
        };
    }

    private static @Nullable AutoTonerContact told(@Nullable Contact contact) {
        return contact == null ? null : contact.told();
    }

    private static PublishedEvent published(OrderEvent event) {
        return switch (event) {
            case OrderEvent.OrderPlaced e ->
                new AutoTonerOrderPlaced(
                        e.orderId(), e.orderNumber(), e.deviceId(), e.accountId(), e.colour(), e.label(), e.placedAt());
            case OrderEvent.OrderPlacedByHand e ->
                new SupplyOrderPlaced(
                        e.orderId(),
                        e.orderNumber(),
                        e.deviceId(),
                        e.accountId(),
                        e.colour(),
                        e.label(),
                        e.orderedBy(),
                        e.overrideReason(),
                        e.placedAt());
            case OrderEvent.OrderShipped e ->
                new SupplyOrderShipped(e.orderId(), e.carrier(), e.trackingNumber(), e.shippedAt());
            case OrderEvent.OrderDelivered e -> new SupplyOrderDelivered(e.orderId(), e.deliveredAt());
        };
    }
}
