package io.platen.device.group;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.group.GroupCommand.ChangeGroup;
import io.platen.device.group.GroupCommand.CreateGroup;
import io.platen.device.group.GroupCommand.DeleteGroup;
import io.platen.device.group.GroupCommand.LeaveGroup;
import io.platen.device.group.GroupEvent.GroupChanged;
import io.platen.device.group.GroupEvent.GroupCreated;
import io.platen.device.group.GroupEvent.GroupDeleted;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeviceGroupTest {

    private static final DeviceGroupId GROUP = DeviceGroupId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final DeviceId ONE = DeviceId.random();
    private static final DeviceId TWO = DeviceId.random();
    private static final GroupCreated CREATED = new GroupCreated(GROUP, ACCOUNT, "Floor 2", Set.of(ONE, TWO));
    private static final GroupDeleted DELETED = new GroupDeleted(GROUP, ACCOUNT);

    private final FixtureConfiguration<DeviceGroup> group = new AggregateTestFixture<>(DeviceGroup.class);

    @Test
    void devicesAreGroupedUnderAName() {
        group.givenNoPriorActivity()
                .when(new CreateGroup(GROUP, ACCOUNT, "Floor 2", Set.of(ONE, TWO)))
                .expectEvents(CREATED);
    }

    @Test
    void aGroupGetsAnotherName() {
        group.given(CREATED)
                .when(new ChangeGroup(GROUP, "Floor 3", Set.of(ONE, TWO)))
                .expectEvents(new GroupChanged(GROUP, ACCOUNT, "Floor 3", Set.of(ONE, TWO)));
    }

    @Test
    void aGroupGetsOtherDevices() {
        group.given(CREATED)
                .when(new ChangeGroup(GROUP, "Floor 2", Set.of(TWO)))
                .expectEvents(new GroupChanged(GROUP, ACCOUNT, "Floor 2", Set.of(TWO)));
    }

    @Test
    void theSameGroupAgainIsNoChange() {
        group.given(CREATED)
                .when(new ChangeGroup(GROUP, "Floor 2", Set.of(TWO, ONE)))
                .expectNoEvents();
        group.given(CREATED, new GroupChanged(GROUP, ACCOUNT, "Floor 3", Set.of(TWO)))
                .when(new ChangeGroup(GROUP, "Floor 3", Set.of(TWO)))
                .expectNoEvents();
    }

    @Test
    void aDeviceThatLeavesTheAccountLeavesTheGroup() {
        group.given(CREATED)
                .when(new LeaveGroup(GROUP, ONE, null))
                .expectEvents(new GroupChanged(GROUP, ACCOUNT, "Floor 2", Set.of(TWO)));
        group.given(CREATED, new GroupChanged(GROUP, ACCOUNT, "Floor 2", Set.of(TWO)))
                .when(new LeaveGroup(GROUP, ONE, null))
                .expectNoEvents();
    }

    @Test
    void itsSuccessorTakesItsPlace() {
        var three = DeviceId.random();
        group.given(CREATED)
                .when(new LeaveGroup(GROUP, ONE, three))
                .expectEvents(new GroupChanged(GROUP, ACCOUNT, "Floor 2", Set.of(TWO, three)));
    }

    @Test
    void aGroupIsDeletedOnceAndThenIsNoMore() {
        group.given(CREATED).when(new DeleteGroup(GROUP)).expectEvents(DELETED);
        group.given(CREATED, DELETED).when(new DeleteGroup(GROUP)).expectNoEvents();
        group.given(CREATED, DELETED)
                .when(new ChangeGroup(GROUP, "Floor 9", Set.of()))
                .expectNoEvents();
        group.given(CREATED, DELETED).when(new LeaveGroup(GROUP, ONE, null)).expectNoEvents();
    }
}
