package io.platen.device.assignment;

import static io.platen.device.assignment.AssignmentOutcome.ALREADY_ASSIGNED;
import static io.platen.device.assignment.AssignmentOutcome.ASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.assignment.AssignmentEvent.AssignmentBegun;
import io.platen.device.assignment.AssignmentEvent.AssignmentEnded;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeviceAssignmentTest {

    private static final DeviceId DEVICE = DeviceId.random();
    private static final UserId USER = UserId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final AssignmentId ID = AssignmentId.of(DEVICE, USER);
    private static final AssignmentBegun BEGUN = new AssignmentBegun(ID, DEVICE, USER, ACCOUNT);
    private static final AssignmentEnded ENDED = new AssignmentEnded(ID, DEVICE, USER, ACCOUNT);

    private final FixtureConfiguration<DeviceAssignment> assignment =
            new AggregateTestFixture<>(DeviceAssignment.class);

    @Test
    void aUserIsAssignedToADevice() {
        assignment
                .givenNoPriorActivity()
                .when(new AssignDevice(DEVICE, USER, ACCOUNT))
                .expectResultMessagePayload(ASSIGNED)
                .expectEvents(BEGUN);
    }

    @Test
    void assigningTwiceChangesNothing() {
        assignment
                .given(BEGUN)
                .when(new AssignDevice(DEVICE, USER, ACCOUNT))
                .expectResultMessagePayload(ALREADY_ASSIGNED)
                .expectNoEvents();
    }

    @Test
    void anAssignmentEndsOnce() {
        assignment.given(BEGUN).when(new UnassignDevice(DEVICE, USER)).expectEvents(ENDED);
    }

    @Test
    void whatHasEndedDoesNotEndAgain() {
        assignment.given(BEGUN, ENDED).when(new UnassignDevice(DEVICE, USER)).expectNoEvents();
    }

    @Test
    void theUserMayComeBack() {
        assignment
                .given(BEGUN, ENDED)
                .when(new AssignDevice(DEVICE, USER, ACCOUNT))
                .expectResultMessagePayload(ASSIGNED)
                .expectEvents(BEGUN);
    }

    @Test
    void eachUserOfADeviceHasAnAssignmentOfHisOwn() {
        assertThat(AssignmentId.of(DEVICE, USER))
                .isEqualTo(AssignmentId.of(DEVICE, USER))
                .isNotEqualTo(AssignmentId.of(DEVICE, UserId.random()))
                .isNotEqualTo(AssignmentId.of(DeviceId.random(), USER));
    }

    /** It is the key of the events. */
    @Test
    void anAssignmentIsCalledByItsNumber() {
        assertThat(ID).hasToString(ID.value().toString());
    }
}
