package io.platen.device.automation;

import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.device.directory.Contacts;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Follows this service's own events, so that agents' reports write nothing else. */
@Component
class WhenDeviceIsHeardThenRemember implements InboxConsumer {

    private final Contacts contacts;

    WhenDeviceIsHeardThenRemember(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.DEVICE);
    }

    @Override
    public boolean concerns(Class<? extends PublishedEvent> type) {
        return type == DeviceCommunicationReceived.class;
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        if (received.event() instanceof DeviceCommunicationReceived spoke) {
            contacts.heard(spoke.deviceId(), spoke.observedAt());
        }
    }
}
