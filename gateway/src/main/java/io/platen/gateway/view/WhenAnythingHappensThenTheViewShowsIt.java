package io.platen.gateway.view;

import io.platen.contracts.event.Topic;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The inbox hands over every event of every service once; the view changes in the inbox's transaction. */
@Component
class WhenAnythingHappensThenTheViewShowsIt implements InboxConsumer {

    static final String NAME = "view";
    static final Set<Topic> TOPICS =
            Set.of(Topic.IDENTITY, Topic.DEVICE, Topic.METER, Topic.TICKET, Topic.SUPPLY, Topic.BILLING);

    private final ViewWriter view;

    WhenAnythingHappensThenTheViewShowsIt(ViewWriter view) {
        this.view = view;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return TOPICS;
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        view.write(List.of(received));
    }

    @Override
    public void onTogether(List<Received> received) {
        view.write(received);
    }
}
