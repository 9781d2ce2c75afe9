package io.platen.contracts.device;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What device-service tells. */
public sealed interface DeviceEvent extends PublishedEvent
        permits AgentHealthReported,
                CommunicationTestFailed,
                CommunicationTestPassed,
                CounterReported,
                DeviceAddedToAccount,
                DeviceAlertsReported,
                DeviceAssigned,
                DeviceCommunicationLost,
                DeviceCommunicationReceived,
                DeviceCoverageChanged,
                DeviceGroupChanged,
                DeviceGroupCreated,
                DeviceGroupDeleted,
                DeviceLocationChanged,
                DeviceNoteChanged,
                DeviceReconnectionRequired,
                DeviceRegistered,
                DeviceRemovedFromAccount,
                DeviceReplaced,
                DeviceRequestApproved,
                DeviceRequestRejected,
                DeviceRequested,
                DeviceStateChanged,
                DeviceUnassigned,
                ModelRegistered,
                RemoteEligibilityChanged,
                SupplyLevelsReported,
                TonerLow,
                TonerReplaced {

    @Override
    default Topic topic() {
        return Topic.DEVICE;
    }
}
