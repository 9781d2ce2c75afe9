package io.platen.notification.automation;

import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.notification.notice.Announcement;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import io.platen.notification.outbox.Announcer;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A device that has not reported for a week: whoever looks after it can look at its plug (DEV-34). */
@Component
class WhenDeviceFallsSilentThenTellItsUsers implements InboxConsumer {

    private final Announcer announcer;

    WhenDeviceFallsSilentThenTellItsUsers(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "device-notices";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.DEVICE);
    }

    @Override
    public boolean concerns(Class<? extends PublishedEvent> type) {
        return type == DeviceCommunicationLost.class;
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    /** On no account there is nobody to tell. */
    @Override
    public void on(Received received) {
        var account = received.metadata().account();
        if (received.event() instanceof DeviceCommunicationLost lost && account != null) {
            announcer.announce(new Announcement(
                    Notice.DEVICE_SILENT,
                    received.metadata(),
                    account,
                    lost.deviceId(),
                    null,
                    Map.of(Fact.LAST_REPORT, lost.lastCommunication().toString())));
        }
    }
}
