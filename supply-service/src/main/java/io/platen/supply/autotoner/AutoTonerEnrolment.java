package io.platen.supply.autotoner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.SkipReason;
import io.platen.supply.autotoner.Decision.Refused;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.EnrolmentCommand.Enrol;
import io.platen.supply.autotoner.EnrolmentCommand.Leave;
import io.platen.supply.autotoner.EnrolmentCommand.MoveToAccount;
import io.platen.supply.autotoner.EnrolmentCommand.NoteDelivered;
import io.platen.supply.autotoner.EnrolmentCommand.NoteShipped;
import io.platen.supply.autotoner.EnrolmentCommand.OpenEnrolment;
import io.platen.supply.autotoner.EnrolmentCommand.OrderByHand;
import io.platen.supply.autotoner.EnrolmentCommand.RecordLow;
import io.platen.supply.autotoner.EnrolmentCommand.RecordReplaced;
import io.platen.supply.autotoner.EnrolmentCommand.SetEligibility;
import io.platen.supply.autotoner.EnrolmentEvent.AccountChanged;
import io.platen.supply.autotoner.EnrolmentEvent.CartridgeReplaced;
import io.platen.supply.autotoner.EnrolmentEvent.DeviceEnrolled;
import io.platen.supply.autotoner.EnrolmentEvent.EligibilityChanged;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentEnded;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentOpened;
import io.platen.supply.autotoner.EnrolmentEvent.LabelChanged;
import io.platen.supply.autotoner.EnrolmentEvent.LabelForgotten;
import io.platen.supply.autotoner.EnrolmentEvent.OrderedByHand;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelDelivered;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelShipped;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentDecided;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentSkipped;
import io.platen.supply.autotoner.EnrolmentEvent.StateChanged;
import io.platen.supply.autotoner.EnrolmentEvent.TonerRanLow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One device in or out of automatic toner: only an active one ships, and never twice for one low mark. What staff order
 * by hand goes through here as well, because one parcel holds back the next.
 */
@Aggregate
class AutoTonerEnrolment {

    @AggregateIdentifier
    private @Nullable DeviceId deviceId;

    private String serialNumber = "";
    private boolean eligible;
    private @Nullable AccountId accountId;
    private long accountSequence = -1;
    private boolean enrolled;
    /** Stays when the device leaves the programme (SUP-74). */
    private @Nullable Label label;

    private @Nullable Contact contact;

    private AutoTonerState state = AutoTonerState.NOT_ELIGIBLE;
    private boolean stateTold;
    private final Map<TonerColour, Toner> toners = new EnumMap<>(TonerColour.class);

    AutoTonerEnrolment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Settled on(OpenEnrolment command, Clock clock) {
        if (deviceId != null) {
            return new Settled(state, List.of());
        }
        apply(new EnrolmentOpened(command.deviceId(), command.serialNumber()));
        if (command.eligible()) {
            apply(new EligibilityChanged(command.deviceId(), true));
        }
        return settle(command.deviceId(), null, clock.instant());
    }

    @CommandHandler
    Settled on(SetEligibility command, Clock clock) {
        if (command.eligible() != eligible) {
            apply(new EligibilityChanged(command.deviceId(), command.eligible()));
        }
        return settle(command.deviceId(), command.lastCommunicationAt(), clock.instant());
    }

    @CommandHandler
    Settled on(MoveToAccount command, Clock clock) {
        if (command.sequence() >= accountSequence && !Objects.equals(accountId, command.accountId())) {
            if (label != null) {
                apply(new LabelForgotten(command.deviceId(), accountId));
            }
            apply(new AccountChanged(command.deviceId(), command.accountId(), command.sequence()));
            return settle(command.deviceId(), null, clock.instant());
        }
        return new Settled(state, List.of());
    }

    @CommandHandler
    Decision on(Enrol command, Clock clock) {
        if (!command.accountId().equals(accountId)) {
            return new Refused(EnrolmentRejection.OTHER_ACCOUNT, List.of());
        }
        if (!eligible) {
            return new Refused(EnrolmentRejection.NOT_ELIGIBLE, List.of());
        }
        var change = command.change().over(label).withName(command.nameOtherwise());
        var person = command.contact().over(contact);
        var missing = Stream.of(change.missing(), person.missing())
                .flatMap(List::stream)
                .toList();
        if (!missing.isEmpty()) {
            return new Refused(EnrolmentRejection.LABEL_INCOMPLETE, missing);
        }
        var next = change.complete();
        var nextContact = person.complete();
        if (!enrolled) {
            apply(new DeviceEnrolled(command.deviceId(), next, nextContact));
        } else if (!next.equals(label) || !Objects.equals(nextContact, contact)) {
            apply(new LabelChanged(command.deviceId(), next, nextContact));
        }
        return settle(command.deviceId(), command.lastCommunicationAt(), clock.instant());
    }

    @CommandHandler
    Settled on(Leave command, Clock clock) {
        if (enrolled) {
            apply(new EnrolmentEnded(command.deviceId()));
        }
        return settle(command.deviceId(), null, clock.instant());
    }

    @CommandHandler
    Settled on(RecordLow command, Clock clock) {
        var now = clock.instant();
        var shipments = new ArrayList<>(
                settle(command.deviceId(), command.lastCommunicationAt(), now).shipments());
        if (toner(command.colour()).isNewsLow(command.observedAt())) {
            apply(new TonerRanLow(command.deviceId(), command.colour(), command.observedAt()));
            serve(command.deviceId(), command.colour(), now).ifPresent(shipments::add);
        }
        return new Settled(state, List.copyOf(shipments));
    }

    @CommandHandler
    Settled on(RecordReplaced command, Clock clock) {
        var now = clock.instant();
        var shipments = new ArrayList<>(
                settle(command.deviceId(), command.lastCommunicationAt(), now).shipments());
        if (toner(command.colour()).isNewsReplaced(command.observedAt())) {
            apply(new CartridgeReplaced(command.deviceId(), command.colour(), command.observedAt()));
            if (toner(command.colour()).isWaiting()) {
                serve(command.deviceId(), command.colour(), now).ifPresent(shipments::add);
            }
        }
        return new Settled(state, List.copyOf(shipments));
    }

    /** Whoever asks for it on the phone gets it, unless it is on its way (BEY-04). */
    @CommandHandler
    OrderDecision on(OrderByHand command, Clock clock) {
        if (!command.accountId().equals(accountId)) {
            return new OrderDecision.OtherAccount();
        }
        if (label == null) {
            return new OrderDecision.NoLabel();
        }
        var onItsWay = toner(command.colour()).inTransit();
        if (onItsWay.isPresent() && !command.insists()) {
            return new OrderDecision.InTransit(onItsWay.get());
        }
        var address = label.of(serialNumber);
        apply(new OrderedByHand(command.deviceId(), command.colour(), command.orderId(), clock.instant()));
        return new OrderDecision.Ordered(
                new Shipment(command.orderId(), command.deviceId(), command.accountId(), command.colour(), address));
    }

    @CommandHandler
    Settled on(CheckReporting command, Clock clock) {
        return settle(command.deviceId(), command.lastCommunicationAt(), clock.instant());
    }

    @CommandHandler
    void on(NoteShipped command) {
        var parcel = toner(command.colour()).parcel(command.orderId());
        if (parcel.filter(known -> known.shippedAt() == null).isPresent()) {
            apply(new ParcelShipped(command.deviceId(), command.colour(), command.orderId(), command.shippedAt()));
        }
    }

    @CommandHandler
    void on(NoteDelivered command) {
        var parcel = toner(command.colour()).parcel(command.orderId());
        if (parcel.filter(Parcel::isInTransit).isPresent()) {
            apply(new ParcelDelivered(command.deviceId(), command.colour(), command.orderId(), command.deliveredAt()));
        }
    }

    /** Tells a change of state; what is low and waits is sent once the device has become active. */
    private Settled settle(DeviceId device, @Nullable Instant lastCommunicationAt, Instant now) {
        var next = stateWith(Reporting.isFresh(lastCommunicationAt, now));
        if (next == state && stateTold) {
            return new Settled(state, List.of());
        }
        apply(new StateChanged(device, accountId, next));
        var shipments = new ArrayList<Shipment>();
        if (next == AutoTonerState.ENABLED_ACTIVE) {
            for (var colour : TonerColour.values()) {
                if (toner(colour).isWaiting()) {
                    serve(device, colour, now).ifPresent(shipments::add);
                }
            }
        }
        return new Settled(next, List.copyOf(shipments));
    }

    private AutoTonerState stateWith(boolean reporting) {
        if (!eligible) {
            return AutoTonerState.NOT_ELIGIBLE;
        }
        if (!enrolled) {
            return AutoTonerState.NOT_ENABLED;
        }
        return reporting ? AutoTonerState.ENABLED_ACTIVE : AutoTonerState.ENABLED_INACTIVE;
    }

    /** Ships for the low mark, or tells once why nothing ships. */
    private Optional<Shipment> serve(DeviceId device, TonerColour colour, Instant now) {
        var toner = toner(colour);
        var objection = objectionTo(toner, now);
        if (objection.isPresent()) {
            if (!toner.isSkipTold()) {
                apply(new ShipmentSkipped(device, accountId, colour, objection.get()));
            }
            return Optional.empty();
        }
        var lowAt = Objects.requireNonNull(toner.lastLowAt());
        var order = Shipment.orderFor(device, colour, lowAt);
        var address = Objects.requireNonNull(label).of(serialNumber);
        apply(new ShipmentDecided(device, colour, order, lowAt));
        return Optional.of(new Shipment(order, device, Objects.requireNonNull(accountId), colour, address));
    }

    private Optional<SkipReason> objectionTo(Toner toner, Instant now) {
        return switch (state) {
            case NOT_ELIGIBLE -> Optional.of(SkipReason.NOT_ELIGIBLE);
            case NOT_ENABLED -> Optional.of(SkipReason.NOT_ENABLED);
            case ENABLED_INACTIVE -> Optional.of(SkipReason.ENABLED_INACTIVE);
            case ENABLED_ACTIVE -> toner.isHeldBack(now) ? Optional.of(SkipReason.IN_TRANSIT) : Optional.empty();
        };
    }

    private Toner toner(TonerColour colour) {
        return toners.getOrDefault(colour, Toner.UNKNOWN);
    }

    @EventSourcingHandler
    void on(EnrolmentEvent event) {
        switch (event) {
            case EnrolmentOpened opened -> {
                deviceId = opened.deviceId();
                serialNumber = opened.serialNumber();
            }
            case EligibilityChanged changed -> eligible = changed.eligible();
            case AccountChanged changed -> move(changed);
            case DeviceEnrolled device -> {
                enrolled = true;
                label = device.label();
                contact = device.contact();
            }
            case LabelChanged changed -> {
                label = changed.label();
                contact = changed.contact();
            }
            case LabelForgotten forgotten -> {
                label = null;
                contact = null;
            }
            case EnrolmentEnded ended -> enrolled = false;
            case StateChanged changed -> {
                state = changed.state();
                stateTold = true;
            }
            case TonerRanLow low -> toners.put(low.colour(), toner(low.colour()).after(low));
            case ShipmentDecided shipment ->
                toners.put(shipment.colour(), toner(shipment.colour()).after(shipment));
            case OrderedByHand order ->
                toners.put(order.colour(), toner(order.colour()).after(order));
            case ShipmentSkipped skipped ->
                toners.put(skipped.colour(), toner(skipped.colour()).afterSkip());
            case CartridgeReplaced replaced ->
                toners.put(replaced.colour(), toner(replaced.colour()).after(replaced));
            case ParcelShipped parcel ->
                toners.put(parcel.colour(), toner(parcel.colour()).after(parcel));
            case ParcelDelivered parcel ->
                toners.put(parcel.colour(), toner(parcel.colour()).after(parcel));
        }
    }

    /** Another customer's address is none of the new one's; what was sent there does not hold back what goes here. */
    private void move(AccountChanged changed) {
        if (accountId != null) {
            enrolled = false;
            label = null;
            contact = null;
            toners.replaceAll((colour, toner) -> toner.withoutParcels());
        }
        accountId = changed.accountId();
        accountSequence = changed.sequence();
    }
}
