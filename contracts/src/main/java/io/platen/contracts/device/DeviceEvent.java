package io.platen.contracts.device;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What device-service tells. */
public sealed interface DeviceEvent extends PublishedEvent
        permits CounterReported,
                DeviceAddedToAccount,
                DeviceAssigned,
                DeviceCommunicationReceived,
                DeviceLocationChanged,
                DeviceRegistered,
                DeviceRemovedFromAccount,
                DeviceUnassigned,
                ModelRegistered,
                SupplyLevelsReported,
                TonerLow,
                TonerReplaced {

    @Override
    default Topic topic() {
        return Topic.DEVICE;
    }
}
