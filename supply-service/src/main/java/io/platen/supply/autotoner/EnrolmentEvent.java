package io.platen.supply.autotoner;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.SkipReason;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of a device's enrolment; private to this service. */
public sealed interface EnrolmentEvent {

    DeviceId deviceId();

    @Revision("1")
    record EnrolmentOpened(DeviceId deviceId, String serialNumber) implements EnrolmentEvent {}

    @Revision("1")
    record EligibilityChanged(DeviceId deviceId, boolean eligible) implements EnrolmentEvent {}

    @Revision("1")
    record AccountChanged(DeviceId deviceId, @Nullable AccountId accountId, long sequence) implements EnrolmentEvent {}

    @Revision("1")
    record DeviceEnrolled(
            DeviceId deviceId, Label label, @Nullable Contact contact) implements EnrolmentEvent {

        /** With nobody to ask. */
        public DeviceEnrolled(DeviceId deviceId, Label label) {
            this(deviceId, label, null);
        }
    }

    @Revision("1")
    record LabelChanged(
            DeviceId deviceId, Label label, @Nullable Contact contact) implements EnrolmentEvent {

        /** With nobody to ask. */
        public LabelChanged(DeviceId deviceId, Label label) {
            this(deviceId, label, null);
        }
    }

    /** The device leaves the account that it was told for; another customer's address is none of the new one's. */
    @Revision("1")
    record LabelForgotten(DeviceId deviceId, @Nullable AccountId accountId) implements EnrolmentEvent {}

    @Revision("1")
    record EnrolmentEnded(DeviceId deviceId) implements EnrolmentEvent {}

    @Revision("1")
    record StateChanged(DeviceId deviceId, @Nullable AccountId accountId, AutoTonerState state)
            implements EnrolmentEvent {}

    @Revision("1")
    record TonerRanLow(DeviceId deviceId, TonerColour colour, Instant observedAt) implements EnrolmentEvent {}

    /** @param lowAt the low report that it answers */
    @Revision("1")
    record ShipmentDecided(DeviceId deviceId, TonerColour colour, OrderId orderId, Instant lowAt)
            implements EnrolmentEvent {}

    /** Somebody of the vendor's staff ordered, whatever the state of the device. */
    @Revision("1")
    record OrderedByHand(DeviceId deviceId, TonerColour colour, OrderId orderId, Instant at)
            implements EnrolmentEvent {}

    @Revision("1")
    record ShipmentSkipped(DeviceId deviceId, @Nullable AccountId accountId, TonerColour colour, SkipReason reason)
            implements EnrolmentEvent {}

    @Revision("1")
    record CartridgeReplaced(DeviceId deviceId, TonerColour colour, Instant observedAt) implements EnrolmentEvent {}

    @Revision("1")
    record ParcelShipped(DeviceId deviceId, TonerColour colour, OrderId orderId, Instant shippedAt)
            implements EnrolmentEvent {}

    @Revision("1")
    record ParcelDelivered(DeviceId deviceId, TonerColour colour, OrderId orderId, Instant deliveredAt)
            implements EnrolmentEvent {}
}
