package io.platen.supply.autotoner;

import static io.platen.contracts.device.TonerColour.BLACK;
import static io.platen.contracts.device.TonerColour.CYAN;
import static io.platen.contracts.supply.AutoTonerState.ENABLED_ACTIVE;
import static io.platen.contracts.supply.AutoTonerState.ENABLED_INACTIVE;
import static io.platen.contracts.supply.AutoTonerState.NOT_ELIGIBLE;
import static io.platen.contracts.supply.AutoTonerState.NOT_ENABLED;
import static io.platen.contracts.supply.SkipReason.IN_TRANSIT;
import static io.platen.supply.autotoner.EnrolmentFixture.ACCOUNT;
import static io.platen.supply.autotoner.EnrolmentFixture.DEVICE;
import static io.platen.supply.autotoner.EnrolmentFixture.LABEL;
import static io.platen.supply.autotoner.EnrolmentFixture.OTHER_ACCOUNT;
import static io.platen.supply.autotoner.EnrolmentFixture.became;
import static io.platen.supply.autotoner.EnrolmentFixture.decided;
import static io.platen.supply.autotoner.EnrolmentFixture.delivered;
import static io.platen.supply.autotoner.EnrolmentFixture.hour;
import static io.platen.supply.autotoner.EnrolmentFixture.isReplaced;
import static io.platen.supply.autotoner.EnrolmentFixture.low;
import static io.platen.supply.autotoner.EnrolmentFixture.onAccount;
import static io.platen.supply.autotoner.EnrolmentFixture.opened;
import static io.platen.supply.autotoner.EnrolmentFixture.order;
import static io.platen.supply.autotoner.EnrolmentFixture.replaced;
import static io.platen.supply.autotoner.EnrolmentFixture.runsLow;
import static io.platen.supply.autotoner.EnrolmentFixture.shipment;
import static io.platen.supply.autotoner.EnrolmentFixture.shipped;
import static io.platen.supply.autotoner.EnrolmentFixture.skipped;

import io.platen.contracts.supply.SkipReason;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.EnrolmentCommand.Enrol;
import io.platen.supply.autotoner.EnrolmentCommand.NoteDelivered;
import io.platen.supply.autotoner.EnrolmentCommand.NoteShipped;
import io.platen.supply.autotoner.EnrolmentCommand.RecordLow;
import io.platen.supply.autotoner.EnrolmentEvent.AccountChanged;
import io.platen.supply.autotoner.EnrolmentEvent.DeviceEnrolled;
import io.platen.supply.autotoner.EnrolmentEvent.EligibilityChanged;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentEnded;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentDecided;
import io.platen.supply.autotoner.EnrolmentEvent.StateChanged;
import io.platen.supply.autotoner.EnrolmentEvent.TonerRanLow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SUP-48 to SUP-52, BEY-04: which low mark leads to a shipment. */
class LowTonerTest {

    private static final double FORTNIGHT = 14 * 24;

    private final EnrolmentFixture enrolment = new EnrolmentFixture();

    @Test
    void anActiveDeviceShips() {
        enrolment
                .at(1)
                .givenActive()
                .when(runsLow(1))
                .expectEvents(low(1), decided(1))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of(shipment(CYAN, 1))));
    }

    @Test
    void eachColourIsForItself() {
        enrolment
                .at(2)
                .givenActive(low(1), decided(1))
                .when(new RecordLow(DEVICE, BLACK, hour(2), hour(2)))
                .expectEvents(
                        new TonerRanLow(DEVICE, BLACK, hour(2)),
                        new ShipmentDecided(DEVICE, BLACK, Shipment.orderFor(DEVICE, BLACK, hour(2)), hour(2)))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of(shipment(BLACK, 2))));
    }

    @Test
    void theSameReportAgainIsNothing() {
        enrolment.at(1).givenActive(low(1), decided(1)).when(runsLow(1)).expectNoEvents();
    }

    @Test
    void anOlderReportThatComesLateIsNothing() {
        enrolment.at(3).givenActive(low(2), decided(2)).when(runsLow(1, 2)).expectNoEvents();
    }

    @Test
    void aRepeatedAlertIsAnsweredByTheParcelOnItsWay() {
        enrolment.at(2).givenActive(low(1), decided(1)).when(runsLow(2)).expectEvents(low(2), skipped(IN_TRANSIT));
    }

    @Test
    void andThatIsToldOnce() {
        enrolment
                .at(3)
                .givenActive(low(1), decided(1), low(2), skipped(IN_TRANSIT))
                .when(runsLow(3))
                .expectEvents(low(3));
    }

    @Test
    void fourteenDaysAfterDeliveryTheTonerMayStillStandThere() {
        enrolment
                .at(FORTNIGHT + 3)
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3))
                .when(runsLow(FORTNIGHT + 3))
                .expectEvents(low(FORTNIGHT + 3), skipped(IN_TRANSIT));
    }

    @Test
    void afterThatARepeatedAlertIsBelieved() {
        enrolment
                .at(FORTNIGHT + 4)
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3))
                .when(runsLow(FORTNIGHT + 4))
                .expectEvents(low(FORTNIGHT + 4), decided(FORTNIGHT + 4));
    }

    @Test
    void aParcelThatNeverArrivesHoldsBackForGood() {
        enrolment
                .at(FORTNIGHT * 3)
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(runsLow(FORTNIGHT * 3))
                .expectEvents(low(FORTNIGHT * 3), skipped(IN_TRANSIT));
    }

    @Test
    void aNewCartridgeOpensTheWay() {
        enrolment
                .at(20)
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3), replaced(10))
                .when(runsLow(20))
                .expectEvents(low(20), decided(20))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of(shipment(CYAN, 20))));
    }

    @Test
    void aNewCartridgeAfterTheParcelLeftProvesItsArrival() {
        enrolment
                .at(20)
                .givenActive(low(1), decided(1), shipped(1, 2), replaced(10))
                .when(runsLow(20))
                .expectEvents(low(20), decided(20));
    }

    @Test
    void oneFromTheShelfLeavesTheParcelOnItsWay() {
        enrolment
                .at(20)
                .givenActive(low(1), decided(1), replaced(10))
                .when(runsLow(20))
                .expectEvents(low(20), skipped(IN_TRANSIT));
    }

    @Test
    void aReplacementClearsTheMark() {
        enrolment
                .at(10)
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(isReplaced(10, 10))
                .expectEvents(replaced(10));
        enrolment
                .at(10)
                .givenActive(low(1), decided(1), shipped(1, 2), replaced(10))
                .when(isReplaced(10, 10))
                .expectNoEvents();
    }

    @Test
    void whatWasLowBeforeTheReplacementComesTooLate() {
        enrolment.at(10).givenActive(replaced(5)).when(runsLow(4, 9)).expectNoEvents();
    }

    @Test
    void theNewCartridgeMayBeLowInTheSameReport() {
        enrolment
                .at(5)
                .givenActive(low(1), decided(1), shipped(1, 2), replaced(5))
                .when(runsLow(5))
                .expectEvents(low(5), decided(5));
    }

    @Test
    void aReplacementThatComesLateFreesTheAlertAfterIt() {
        enrolment
                .at(21)
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3), low(20), skipped(IN_TRANSIT))
                .when(isReplaced(10, 20))
                .expectEvents(replaced(10), decided(20))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of(shipment(CYAN, 20))));
    }

    @Test
    void aReplacementThatComesLateDoesNotShipTwice() {
        enrolment
                .at(FORTNIGHT + 5)
                .givenActive(
                        low(1), decided(1), shipped(1, 2), delivered(1, 3), low(FORTNIGHT + 4), decided(FORTNIGHT + 4))
                .when(isReplaced(10, FORTNIGHT + 4))
                .expectEvents(replaced(10));
    }

    @Test
    void anInactiveDeviceShipsNothing() {
        enrolment
                .at(8 * 24)
                .givenInactive()
                .when(runsLow(1, 1))
                .expectEvents(low(1), skipped(SkipReason.ENABLED_INACTIVE));
    }

    @Test
    void aDeviceThatHasFallenSilentIsInactiveBeforeAnybodyHasChecked() {
        enrolment
                .at(8 * 24)
                .givenActive()
                .when(runsLow(1, 1))
                .expectEvents(became(ENABLED_INACTIVE), low(1), skipped(SkipReason.ENABLED_INACTIVE));
    }

    @Test
    void whatWaitedIsSentWhenTheDeviceReportsAgain() {
        enrolment
                .at(8 * 24)
                .givenInactive(low(1), skipped(SkipReason.ENABLED_INACTIVE))
                .when(new CheckReporting(DEVICE, hour(8 * 24)))
                .expectEvents(became(ENABLED_ACTIVE), decided(1))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of(shipment(CYAN, 1))));
    }

    @Test
    void whatWasSentIsNotSentAgainWhenTheDeviceReportsAgain() {
        enrolment
                .at(8 * 24)
                .givenInactive(low(1), decided(1))
                .when(new CheckReporting(DEVICE, hour(8 * 24)))
                .expectEvents(became(ENABLED_ACTIVE));
    }

    @Test
    void aDeviceThatIsNotEnrolledShipsNothing() {
        enrolment
                .at(1)
                .given(opened(), new EligibilityChanged(DEVICE, true), onAccount(), became(NOT_ENABLED))
                .when(runsLow(1))
                .expectEvents(low(1), skipped(SkipReason.NOT_ENABLED));
    }

    @Test
    void whoEnrolsWithLowTonerIsServed() {
        enrolment
                .at(2)
                .given(
                        opened(),
                        new EligibilityChanged(DEVICE, true),
                        onAccount(),
                        became(NOT_ENABLED),
                        low(1),
                        skipped(SkipReason.NOT_ENABLED))
                .when(new Enrol(
                        DEVICE,
                        ACCOUNT,
                        new LabelChange(
                                LABEL.attention(),
                                LABEL.name(),
                                LABEL.street(),
                                LABEL.postalCode(),
                                LABEL.city(),
                                LABEL.country()),
                        ContactChange.NONE,
                        null,
                        hour(1)))
                .expectEvents(new DeviceEnrolled(DEVICE, LABEL), became(ENABLED_ACTIVE), decided(1));
    }

    @Test
    void aDeviceThatIsNotEligibleShipsNothingOnAccountOrNot() {
        enrolment
                .at(1)
                .given(opened(), new StateChanged(DEVICE, null, NOT_ELIGIBLE))
                .when(runsLow(1))
                .expectEvents(low(1), new EnrolmentEvent.ShipmentSkipped(DEVICE, null, CYAN, SkipReason.NOT_ELIGIBLE));
    }

    @Test
    void aParcelGoesOutThoughTheDeviceLeaves() {
        enrolment
                .at(2)
                .givenActive(low(1), decided(1), new EnrolmentEnded(DEVICE), became(NOT_ENABLED))
                .when(new NoteShipped(DEVICE, CYAN, order(1), hour(2)))
                .expectEvents(shipped(1, 2));
    }

    @Test
    void shipmentAndDeliveryAreNotedOnce() {
        enrolment
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(new NoteShipped(DEVICE, CYAN, order(1), hour(3)))
                .expectNoEvents();
        enrolment
                .givenActive(low(1), decided(1), shipped(1, 2))
                .when(new NoteDelivered(DEVICE, CYAN, order(1), hour(3)))
                .expectEvents(delivered(1, 3));
        enrolment
                .givenActive(low(1), decided(1), shipped(1, 2), delivered(1, 3))
                .when(new NoteDelivered(DEVICE, CYAN, order(1), hour(4)))
                .expectNoEvents();
    }

    @Test
    void aDeliveryOfAnOlderOrderDoesNotConcernTheNewOne() {
        enrolment
                .givenActive(low(1), decided(1), shipped(1, 2), replaced(10), low(20), decided(20))
                .when(new NoteDelivered(DEVICE, CYAN, order(1), hour(21)))
                .expectNoEvents();
    }

    @Test
    void whatWentToTheCustomerBeforeDoesNotHoldBackForTheNextOne() {
        enrolment
                .at(20)
                .givenActive(
                        low(1),
                        decided(1),
                        new AccountChanged(DEVICE, OTHER_ACCOUNT, 5),
                        new DeviceEnrolled(DEVICE, LABEL))
                .when(runsLow(20))
                .expectEvents(low(20), decided(20));
    }
}
