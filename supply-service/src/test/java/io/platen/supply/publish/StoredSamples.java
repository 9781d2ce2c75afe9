package io.platen.supply.publish;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SkipReason;
import io.platen.supply.autotoner.Contact;
import io.platen.supply.autotoner.EnrolmentEvent;
import io.platen.supply.autotoner.Label;
import io.platen.supply.order.OrderEvent;
import java.time.Instant;
import java.util.stream.Stream;

/** One of each stored event. */
final class StoredSamples {

    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    private static final OrderId ORDER = OrderId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a07");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Contact CONTACT = new Contact("Anna", "Jansen", "+31 40 123 45 67", "anna.jansen@example.org");
    private static final Label LABEL =
            new Label("2nd floor, Anna", "Van Dijk Logistiek", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL");
    private static final ShippingLabel PRINTED = new ShippingLabel(
            "2nd floor, Anna", "Van Dijk Logistiek", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL", "AQ45-000123");

    /** Told as another event is. */
    static final EnrolmentEvent.LabelForgotten FORGOTTEN = new EnrolmentEvent.LabelForgotten(DEVICE, ACCOUNT);

    private StoredSamples() {}

    static Stream<Object> all() {
        return Stream.concat(Stream.concat(told(), Stream.of(FORGOTTEN)), silent());
    }

    /** What others learn of. */
    static Stream<Object> told() {
        return Stream.of(
                new EnrolmentEvent.StateChanged(DEVICE, ACCOUNT, AutoTonerState.ENABLED_ACTIVE),
                new EnrolmentEvent.DeviceEnrolled(DEVICE, LABEL, CONTACT),
                new EnrolmentEvent.LabelChanged(DEVICE, LABEL, CONTACT),
                new EnrolmentEvent.EnrolmentEnded(DEVICE),
                new EnrolmentEvent.ShipmentSkipped(DEVICE, ACCOUNT, TonerColour.CYAN, SkipReason.IN_TRANSIT),
                new OrderEvent.OrderPlaced(ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, PRINTED, AT),
                new OrderEvent.OrderPlacedByHand(
                        ORDER,
                        "SO-0000002",
                        DEVICE,
                        ACCOUNT,
                        TonerColour.CYAN,
                        PRINTED,
                        UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a08"),
                        "The parcel was crushed.",
                        AT),
                new OrderEvent.OrderShipped(ORDER, "PostNL", "3SABCD123", AT),
                new OrderEvent.OrderDelivered(ORDER, AT));
    }

    static Stream<Object> silent() {
        return Stream.of(
                new EnrolmentEvent.EnrolmentOpened(DEVICE, "AQ45-000123"),
                new EnrolmentEvent.EligibilityChanged(DEVICE, true),
                new EnrolmentEvent.AccountChanged(DEVICE, ACCOUNT, 1),
                new EnrolmentEvent.TonerRanLow(DEVICE, TonerColour.CYAN, AT),
                new EnrolmentEvent.ShipmentDecided(DEVICE, TonerColour.CYAN, ORDER, AT),
                new EnrolmentEvent.OrderedByHand(DEVICE, TonerColour.CYAN, ORDER, AT),
                new EnrolmentEvent.CartridgeReplaced(DEVICE, TonerColour.CYAN, AT),
                new EnrolmentEvent.ParcelShipped(DEVICE, TonerColour.CYAN, ORDER, AT),
                new EnrolmentEvent.ParcelDelivered(DEVICE, TonerColour.CYAN, ORDER, AT));
    }
}
