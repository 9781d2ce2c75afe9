package io.platen.supply.autotoner;

import static io.platen.contracts.supply.AutoTonerState.ENABLED_ACTIVE;
import static io.platen.contracts.supply.AutoTonerState.ENABLED_INACTIVE;
import static io.platen.contracts.supply.AutoTonerState.NOT_ELIGIBLE;
import static io.platen.contracts.supply.AutoTonerState.NOT_ENABLED;
import static io.platen.supply.autotoner.EnrolmentFixture.ACCOUNT;
import static io.platen.supply.autotoner.EnrolmentFixture.DEVICE;
import static io.platen.supply.autotoner.EnrolmentFixture.LABEL;
import static io.platen.supply.autotoner.EnrolmentFixture.OTHER_ACCOUNT;
import static io.platen.supply.autotoner.EnrolmentFixture.SERIAL;
import static io.platen.supply.autotoner.EnrolmentFixture.active;
import static io.platen.supply.autotoner.EnrolmentFixture.after;
import static io.platen.supply.autotoner.EnrolmentFixture.became;
import static io.platen.supply.autotoner.EnrolmentFixture.hour;
import static io.platen.supply.autotoner.EnrolmentFixture.onAccount;
import static io.platen.supply.autotoner.EnrolmentFixture.opened;

import io.platen.supply.autotoner.Decision.Refused;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.EnrolmentCommand.Enrol;
import io.platen.supply.autotoner.EnrolmentCommand.Leave;
import io.platen.supply.autotoner.EnrolmentCommand.MoveToAccount;
import io.platen.supply.autotoner.EnrolmentCommand.OpenEnrolment;
import io.platen.supply.autotoner.EnrolmentCommand.SetEligibility;
import io.platen.supply.autotoner.EnrolmentEvent.AccountChanged;
import io.platen.supply.autotoner.EnrolmentEvent.DeviceEnrolled;
import io.platen.supply.autotoner.EnrolmentEvent.EligibilityChanged;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentEnded;
import io.platen.supply.autotoner.EnrolmentEvent.LabelChanged;
import io.platen.supply.autotoner.EnrolmentEvent.LabelForgotten;
import io.platen.supply.autotoner.EnrolmentEvent.StateChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** D-18: which of the four states a device is in, and how it gets there. */
class ProgrammeTest {

    private static final LabelChange WHOLE = new LabelChange(
            LABEL.attention(), LABEL.name(), LABEL.street(), LABEL.postalCode(), LABEL.city(), LABEL.country());
    private static final LabelChange NOTHING = new LabelChange(null, null, null, null, null, null);
    private static final int WEEK = 7 * 24;

    private final EnrolmentFixture enrolment = new EnrolmentFixture();

    @Test
    void aDeviceOfACapableModelIsNotEnabledAtFirst() {
        enrolment
                .axon
                .givenNoPriorActivity()
                .when(new OpenEnrolment(DEVICE, SERIAL, true))
                .expectEvents(
                        opened(), new EligibilityChanged(DEVICE, true), new StateChanged(DEVICE, null, NOT_ENABLED))
                .expectResultMessagePayload(new Settled(NOT_ENABLED, List.of()));
    }

    @Test
    void anyOtherDeviceIsNotEligibleAndThatIsTold() {
        enrolment
                .axon
                .givenNoPriorActivity()
                .when(new OpenEnrolment(DEVICE, SERIAL, false))
                .expectEvents(opened(), new StateChanged(DEVICE, null, NOT_ELIGIBLE));
    }

    @Test
    void registeredTwiceIsRegisteredOnce() {
        enrolment
                .axon
                .given(active())
                .when(new OpenEnrolment(DEVICE, SERIAL, false))
                .expectNoEvents();
    }

    @Test
    void theModelMayComeBehindItsDevice() {
        enrolment
                .given(opened(), new StateChanged(DEVICE, null, NOT_ELIGIBLE))
                .when(new SetEligibility(DEVICE, true, null))
                .expectEvents(new EligibilityChanged(DEVICE, true), new StateChanged(DEVICE, null, NOT_ENABLED));
    }

    @Test
    void aReportingDeviceIsActiveOnceItIsEnrolled() {
        eligible()
                .when(enrol(WHOLE, 0.0))
                .expectEvents(new DeviceEnrolled(DEVICE, LABEL), became(ENABLED_ACTIVE))
                .expectResultMessagePayload(new Settled(ENABLED_ACTIVE, List.of()));
    }

    @Test
    void aDeviceThatNeverSpokeIsInactive() {
        eligible().when(enrol(WHOLE, null)).expectEvents(new DeviceEnrolled(DEVICE, LABEL), became(ENABLED_INACTIVE));
    }

    @Test
    void sevenDaysAreStillReporting() {
        enrolment
                .at(WEEK)
                .axon
                .given(active())
                .when(new CheckReporting(DEVICE, hour(0)))
                .expectNoEvents();
    }

    @Test
    void aMinuteMoreIsSilence() {
        enrolment
                .at(WEEK + 1 / 60.0)
                .axon
                .given(active())
                .when(new CheckReporting(DEVICE, hour(0)))
                .expectEvents(became(ENABLED_INACTIVE));
    }

    @Test
    void aWordFromTheDeviceMakesItActiveAgain() {
        enrolment
                .at(WEEK + 1)
                .givenInactive()
                .when(new CheckReporting(DEVICE, hour(WEEK)))
                .expectEvents(became(ENABLED_ACTIVE));
    }

    @Test
    void aModelThatIsNotCapableIsRefused() {
        enrolment
                .given(opened(), onAccount())
                .when(enrol(WHOLE, 0.0))
                .expectNoEvents()
                .expectResultMessagePayload(new Refused(EnrolmentRejection.NOT_ELIGIBLE, List.of()));
    }

    @Test
    void notEligibleWinsAndTheEnrolmentResumes() {
        enrolment
                .givenActive()
                .when(new SetEligibility(DEVICE, false, hour(0)))
                .expectEvents(new EligibilityChanged(DEVICE, false), became(NOT_ELIGIBLE));
        enrolment
                .givenActive(new EligibilityChanged(DEVICE, false), became(NOT_ELIGIBLE))
                .when(new SetEligibility(DEVICE, true, hour(0)))
                .expectEvents(new EligibilityChanged(DEVICE, true), became(ENABLED_ACTIVE));
    }

    @Test
    void theFirstEnrolmentNeedsTheWholeLabel() {
        eligible()
                .when(enrol(new LabelChange("Anna", null, null, "5611 AA", null, "NL"), 0.0))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Refused(EnrolmentRejection.LABEL_INCOMPLETE, List.of("street", "city")));
    }

    @Test
    void withoutANameTheCustomersNameIsPrinted() {
        eligible()
                .when(enrol(
                        new LabelChange(
                                LABEL.attention(), null, LABEL.street(), LABEL.postalCode(), LABEL.city(), "NL"),
                        0.0))
                .expectEvents(
                        new DeviceEnrolled(
                                DEVICE,
                                new Label(
                                        LABEL.attention(),
                                        "Acme",
                                        LABEL.street(),
                                        LABEL.postalCode(),
                                        LABEL.city(),
                                        "NL")),
                        became(ENABLED_ACTIVE));
    }

    @Test
    void whatIsNotNamedKeepsItsValue() {
        enrolment
                .givenActive()
                .when(enrol(new LabelChange("Bea", null, null, null, null, null), 0.0))
                .expectEvents(new LabelChanged(
                        DEVICE,
                        new Label(
                                "Bea",
                                LABEL.name(),
                                LABEL.street(),
                                LABEL.postalCode(),
                                LABEL.city(),
                                LABEL.country())));
    }

    @Test
    void theSameLabelAgainIsNoChange() {
        enrolment.givenActive().when(enrol(WHOLE, 0.0)).expectNoEvents();
    }

    @Test
    void aDeviceThatLeftKeepsItsLabel() {
        enrolment.givenActive().when(new Leave(DEVICE)).expectEvents(new EnrolmentEnded(DEVICE), became(NOT_ENABLED));
        enrolment
                .givenActive(new EnrolmentEnded(DEVICE), became(NOT_ENABLED))
                .when(enrol(NOTHING, 0.0))
                .expectEvents(new DeviceEnrolled(DEVICE, LABEL), became(ENABLED_ACTIVE));
    }

    @Test
    void whoIsNotInDoesNotLeave() {
        eligible().when(new Leave(DEVICE)).expectNoEvents();
    }

    @Test
    void anotherCustomerStartsWithoutEnrolmentAndLabel() {
        enrolment
                .givenActive()
                .when(new MoveToAccount(DEVICE, OTHER_ACCOUNT, 5))
                .expectEvents(
                        new LabelForgotten(DEVICE, ACCOUNT),
                        new AccountChanged(DEVICE, OTHER_ACCOUNT, 5),
                        new StateChanged(DEVICE, OTHER_ACCOUNT, NOT_ENABLED));
        enrolment
                .givenActive(
                        new AccountChanged(DEVICE, OTHER_ACCOUNT, 5),
                        new StateChanged(DEVICE, OTHER_ACCOUNT, NOT_ENABLED))
                .when(new Enrol(DEVICE, OTHER_ACCOUNT, NOTHING, ContactChange.NONE, "Other", null))
                .expectNoEvents()
                .expectResultMessagePayload(new Refused(
                        EnrolmentRejection.LABEL_INCOMPLETE,
                        List.of("attention", "street", "postalCode", "city", "country")));
    }

    @Test
    void aContactIsAddedAndChangedFieldByField() {
        var anna = new Contact("Anna", "Jansen", null, "anna@example.org");
        enrolment
                .givenActive()
                .when(enrol(NOTHING, new ContactChange("Anna", "Jansen", null, "anna@example.org"), 0.0))
                .expectEvents(new LabelChanged(DEVICE, LABEL, anna));
        enrolment
                .givenActive(new LabelChanged(DEVICE, LABEL, anna))
                .when(enrol(NOTHING, new ContactChange(null, null, "+31 40", null), 0.0))
                .expectEvents(
                        new LabelChanged(DEVICE, LABEL, new Contact("Anna", "Jansen", "+31 40", "anna@example.org")));
        enrolment
                .givenActive(new LabelChanged(DEVICE, LABEL, anna))
                .when(enrol(NOTHING, 0.0))
                .expectNoEvents();
    }

    @Test
    void aContactHasBothNames() {
        enrolment
                .givenActive()
                .when(enrol(NOTHING, new ContactChange(null, null, "+31 40", null), 0.0))
                .expectNoEvents()
                .expectResultMessagePayload(new Refused(
                        EnrolmentRejection.LABEL_INCOMPLETE, List.of("contact.firstName", "contact.lastName")));
    }

    @Test
    void theContactOfOneCustomerIsNoneOfTheNext() {
        enrolment
                .givenActive(
                        new LabelChanged(DEVICE, LABEL, new Contact("Anna", "Jansen", null, null)),
                        new LabelForgotten(DEVICE, ACCOUNT),
                        new AccountChanged(DEVICE, OTHER_ACCOUNT, 5),
                        new StateChanged(DEVICE, OTHER_ACCOUNT, NOT_ENABLED))
                .when(new Enrol(DEVICE, OTHER_ACCOUNT, WHOLE, ContactChange.NONE, "Other", null))
                .expectEvents(
                        new DeviceEnrolled(DEVICE, LABEL), new StateChanged(DEVICE, OTHER_ACCOUNT, ENABLED_INACTIVE));
    }

    @Test
    void aLabelIsForgottenOnceAndOnlyWhereThereWasOne() {
        eligible()
                .when(new MoveToAccount(DEVICE, OTHER_ACCOUNT, 5))
                .expectEvents(new AccountChanged(DEVICE, OTHER_ACCOUNT, 5));
        enrolment
                .givenActive(
                        new LabelForgotten(DEVICE, ACCOUNT),
                        new AccountChanged(DEVICE, null, 5),
                        new StateChanged(DEVICE, null, NOT_ENABLED))
                .when(new MoveToAccount(DEVICE, ACCOUNT, 6))
                .expectEvents(new AccountChanged(DEVICE, ACCOUNT, 6));
    }

    @Test
    void theAccountOfLongAgoChangesNothing() {
        enrolment
                .givenActive()
                .when(new MoveToAccount(DEVICE, OTHER_ACCOUNT, 0))
                .expectNoEvents();
    }

    @Test
    void aRequestCheckedAgainstAnotherAccountIsRefused() {
        enrolment
                .givenActive()
                .when(new Enrol(DEVICE, OTHER_ACCOUNT, WHOLE, ContactChange.NONE, null, hour(0)))
                .expectNoEvents()
                .expectResultMessagePayload(new Refused(EnrolmentRejection.OTHER_ACCOUNT, List.of()));
    }

    private org.axonframework.test.aggregate.TestExecutor<AutoTonerEnrolment> eligible() {
        return enrolment.axon.given(
                after(List.of(opened(), new EligibilityChanged(DEVICE, true), onAccount()), became(NOT_ENABLED)));
    }

    private static Enrol enrol(LabelChange change, @Nullable Double lastCommunication) {
        return enrol(change, ContactChange.NONE, lastCommunication);
    }

    private static Enrol enrol(LabelChange change, ContactChange contact, @Nullable Double lastCommunication) {
        return new Enrol(
                DEVICE, ACCOUNT, change, contact, "Acme", lastCommunication == null ? null : hour(lastCommunication));
    }
}
