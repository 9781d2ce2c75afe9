package io.platen.supply.autotoner;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a device's enrolment. Where time matters, the command brings when the device last communicated;
 * that is kept in a table, because a device speaks every few minutes and each word would be an event.
 */
public sealed interface EnrolmentCommand {

    DeviceId deviceId();

    record OpenEnrolment(@TargetAggregateIdentifier DeviceId deviceId, String serialNumber, boolean eligible)
            implements EnrolmentCommand {}

    record SetEligibility(
            @TargetAggregateIdentifier DeviceId deviceId,
            boolean eligible,
            @Nullable Instant lastCommunicationAt) implements EnrolmentCommand {}

    /**
     * @param accountId null where the device is on no account any more
     * @param sequence of the event that tells it; an older one changes nothing
     */
    record MoveToAccount(
            @TargetAggregateIdentifier DeviceId deviceId,
            @Nullable AccountId accountId,
            long sequence) implements EnrolmentCommand {}

    /**
     * Takes the device into the programme, or changes its label or contact.
     *
     * @param accountId of the device, as the one who asks knows it
     * @param nameOtherwise where no name is given and none is stored
     */
    record Enrol(
            @TargetAggregateIdentifier DeviceId deviceId,
            AccountId accountId,
            LabelChange change,
            ContactChange contact,
            @Nullable String nameOtherwise,
            @Nullable Instant lastCommunicationAt)
            implements EnrolmentCommand {}

    /** Leaving the programme is a step of the vendor's staff (D-21). */
    record Leave(@TargetAggregateIdentifier DeviceId deviceId) implements EnrolmentCommand {}

    record RecordLow(
            @TargetAggregateIdentifier DeviceId deviceId,
            TonerColour colour,
            Instant observedAt,
            @Nullable Instant lastCommunicationAt)
            implements EnrolmentCommand {}

    record RecordReplaced(
            @TargetAggregateIdentifier DeviceId deviceId,
            TonerColour colour,
            Instant observedAt,
            @Nullable Instant lastCommunicationAt)
            implements EnrolmentCommand {}

    /**
     * One of the vendor's staff orders toner.
     *
     * @param accountId of the device, as the one who asks knows it
     * @param insists although some is in transit
     */
    record OrderByHand(
            @TargetAggregateIdentifier DeviceId deviceId,
            AccountId accountId,
            TonerColour colour,
            OrderId orderId,
            boolean insists)
            implements EnrolmentCommand {}

    /** Time has passed, or the device has spoken again. */
    record CheckReporting(
            @TargetAggregateIdentifier DeviceId deviceId,
            @Nullable Instant lastCommunicationAt) implements EnrolmentCommand {}

    record NoteShipped(
            @TargetAggregateIdentifier DeviceId deviceId, TonerColour colour, OrderId orderId, Instant shippedAt)
            implements EnrolmentCommand {}

    record NoteDelivered(
            @TargetAggregateIdentifier DeviceId deviceId, TonerColour colour, OrderId orderId, Instant deliveredAt)
            implements EnrolmentCommand {}
}
