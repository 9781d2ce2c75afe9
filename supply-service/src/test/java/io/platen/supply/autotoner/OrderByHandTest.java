package io.platen.supply.autotoner;

import static io.platen.contracts.device.TonerColour.BLACK;
import static io.platen.contracts.device.TonerColour.CYAN;
import static io.platen.contracts.supply.AutoTonerState.ENABLED_ACTIVE;
import static io.platen.contracts.supply.AutoTonerState.NOT_ENABLED;
import static io.platen.contracts.supply.SkipReason.IN_TRANSIT;
import static io.platen.supply.autotoner.EnrolmentFixture.*;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.OrderId;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.EnrolmentCommand.NoteDelivered;
import io.platen.supply.autotoner.EnrolmentCommand.NoteShipped;
import io.platen.supply.autotoner.EnrolmentCommand.OrderByHand;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentEnded;
import io.platen.supply.autotoner.EnrolmentEvent.OrderedByHand;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelDelivered;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelShipped;
import io.platen.supply.autotoner.OrderDecision.InTransit;
import io.platen.supply.autotoner.OrderDecision.NoLabel;
import io.platen.supply.autotoner.OrderDecision.Ordered;
import io.platen.supply.autotoner.OrderDecision.OtherAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BEY-04: what staff order by hand and what ships by itself are held back by the same parcels. */
class OrderByHandTest {

    private static final OrderId FIRST = OrderId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0e01");
    private static final OrderId SECOND = OrderId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0e02");
    private static final double FORTNIGHT = 14 * 24;

    private final EnrolmentFixture enrolment = new EnrolmentFixture();

    @Test
    void isOrderedWhateverTheDeviceReports() {
        enrolment
                .at(3)
                .givenInactive()
                .when(orders(FIRST, false))
                .expectEvents(byHand(FIRST, 3))
                .expectResultMessagePayload(ordered(FIRST));
    }

    @Test
    void alsoOnceTheDeviceHasLeftTheProgramme() {
        enrolment
                .at(3)
                .givenActive(new EnrolmentEnded(DEVICE), became(NOT_ENABLED))
                .when(orders(FIRST, false))
                .expectEvents(byHand(FIRST, 3));
    }

    @Test
    void isRefusedWhileTonerThatShippedByItselfIsInTransit() {
        enrolment
                .at(2)
                .givenActive(low(1), decided(1))
                .when(orders(FIRST, false))
                .expectNoEvents();
        enrolment
                .at(3)
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(orders(FIRST, false))
                .expectNoEvents()
                .expectResultMessagePayload(new InTransit(order(1)));
    }

    @Test
    void isRefusedWhileAnotherOrderByHandIsInTransit() {
        enrolment
                .at(3)
                .givenActive(byHand(FIRST, 1))
                .when(orders(SECOND, false))
                .expectNoEvents()
                .expectResultMessagePayload(new InTransit(FIRST));
    }

    @Test
    void ofAnotherColourIsNotRefused() {
        enrolment
                .at(3)
                .givenActive(new OrderedByHand(DEVICE, BLACK, FIRST, hour(1)))
                .when(orders(SECOND, false))
                .expectEvents(byHand(SECOND, 3));
    }

    @Test
    void isNotRefusedOnceTheParcelIsThereOrItsTonerInUse() {
        enrolment
                .at(4)
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3))
                .when(orders(FIRST, false))
                .expectEvents(byHand(FIRST, 4));
        enrolment
                .at(4)
                .givenActive(low(1), decided(1), shipped(1, 2), replaced(3))
                .when(orders(FIRST, false))
                .expectEvents(byHand(FIRST, 4));
    }

    @Test
    void whoInsistsIsServed() {
        enrolment
                .at(3)
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(orders(FIRST, true))
                .expectEvents(byHand(FIRST, 3))
                .expectResultMessagePayload(ordered(FIRST));
    }

    @Test
    void ofTwoParcelsOnTheirWayEachHoldsBackTheNext() {
        var insisted = new EnrolmentEvent[] {byHand(FIRST, 1), byHand(SECOND, 2)};
        enrolment
                .at(9)
                .givenActive(insisted[0], insisted[1], arrived(SECOND, 3))
                .when(orders(OrderId.random(), false))
                .expectNoEvents()
                .expectResultMessagePayload(new InTransit(FIRST));
        enrolment
                .at(9)
                .givenActive(insisted[0], insisted[1], arrived(FIRST, 3))
                .when(orders(OrderId.random(), false))
                .expectNoEvents()
                .expectResultMessagePayload(new InTransit(SECOND));
    }

    @Test
    void oneCartridgeComesOutOfOneParcel() {
        enrolment
                .at(9)
                .givenActive(byHand(FIRST, 1), byHand(SECOND, 2), left(FIRST, 3), left(SECOND, 3), replaced(4))
                .when(orders(OrderId.random(), false))
                .expectResultMessagePayload(new InTransit(SECOND));
        var third = OrderId.random();
        enrolment
                .at(9)
                .givenActive(
                        byHand(FIRST, 1), byHand(SECOND, 2), left(FIRST, 3), left(SECOND, 3), replaced(4), replaced(5))
                .when(orders(third, false))
                .expectEvents(byHand(third, 9));
    }

    @Test
    void holdsBackWhatWouldShipByItselfUntilAFortnightAfterItsDelivery() {
        enrolment.at(3).givenActive(byHand(FIRST, 1)).when(runsLow(3)).expectEvents(low(3), skipped(IN_TRANSIT));
        enrolment
                .at(2 + FORTNIGHT)
                .givenActive(byHand(FIRST, 1), arrived(FIRST, 2))
                .when(runsLow(2 + FORTNIGHT))
                .expectEvents(low(2 + FORTNIGHT), skipped(IN_TRANSIT));
        var later = 2.1 + FORTNIGHT;
        enrolment
                .at(later)
                .givenActive(byHand(FIRST, 1), arrived(FIRST, 2))
                .when(runsLow(later))
                .expectEvents(low(later), decided(later));
    }

    @Test
    void answersTheLowMarkThatWaits() {
        enrolment
                .at(FORTNIGHT + 10)
                .givenInactive(
                        low(1),
                        skipped(io.platen.contracts.supply.SkipReason.ENABLED_INACTIVE),
                        byHand(FIRST, 2),
                        arrived(FIRST, 3))
                .when(new CheckReporting(DEVICE, hour(FORTNIGHT + 10)))
                .expectEvents(became(ENABLED_ACTIVE))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of()));
    }

    @Test
    void itsParcelIsFollowed() {
        enrolment
                .givenActive(byHand(FIRST, 1))
                .when(new NoteShipped(DEVICE, CYAN, FIRST, hour(2)))
                .expectEvents(left(FIRST, 2));
        enrolment
                .givenActive(byHand(FIRST, 1), byHand(SECOND, 2), left(FIRST, 3))
                .when(new NoteDelivered(DEVICE, CYAN, FIRST, hour(4)))
                .expectEvents(arrived(FIRST, 4));
        enrolment
                .givenActive(byHand(FIRST, 1), arrived(FIRST, 3))
                .when(new NoteDelivered(DEVICE, CYAN, FIRST, hour(4)))
                .expectNoEvents();
    }

    @Test
    void nobodyKnowsWhereItGoes() {
        enrolment
                .given(opened(), onAccount(), became(NOT_ENABLED))
                .when(orders(FIRST, true))
                .expectNoEvents()
                .expectResultMessagePayload(new NoLabel());
    }

    @Test
    void anotherAccountsDeviceIsNotServed() {
        enrolment
                .givenActive()
                .when(new OrderByHand(DEVICE, OTHER_ACCOUNT, CYAN, FIRST, true))
                .expectNoEvents()
                .expectResultMessagePayload(new OtherAccount());
    }

    @Test
    void whatWentToAnotherCustomerHoldsBackNothing() {
        enrolment
                .at(5)
                .givenActive(
                        byHand(FIRST, 1),
                        new EnrolmentEvent.AccountChanged(DEVICE, OTHER_ACCOUNT, 2),
                        new EnrolmentEvent.DeviceEnrolled(DEVICE, LABEL))
                .when(new OrderByHand(DEVICE, OTHER_ACCOUNT, CYAN, SECOND, false))
                .expectEvents(byHand(SECOND, 5));
    }

    private static OrderByHand orders(OrderId order, boolean insists) {
        return new OrderByHand(DEVICE, ACCOUNT, CYAN, order, insists);
    }

    private static OrderedByHand byHand(OrderId order, double hour) {
        return new OrderedByHand(DEVICE, CYAN, order, hour(hour));
    }

    private static ParcelShipped left(OrderId order, double hour) {
        return new ParcelShipped(DEVICE, CYAN, order, hour(hour));
    }

    private static ParcelDelivered arrived(OrderId order, double hour) {
        return new ParcelDelivered(DEVICE, CYAN, order, hour(hour));
    }

    private static Ordered ordered(OrderId order) {
        return new Ordered(new Shipment(order, DEVICE, ACCOUNT, TonerColour.CYAN, LABEL.of(SERIAL)));
    }
}
