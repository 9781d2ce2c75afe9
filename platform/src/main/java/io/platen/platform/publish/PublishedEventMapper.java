package io.platen.platform.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only place where a service turns what it stores into what it tells; one bean per service. */
@FunctionalInterface
public interface PublishedEventMapper {

    /**
     * Must give the same answer for the same stored event whenever it is asked: the ids of what is published follow
     * from the stored event and the place in this list.
     *
     * @return empty where nobody else is concerned
     */
    List<PublishedEvent> publish(StoredEvent event);

    /** The customer concerned; other than the command's where the payload knows better. */
    default @Nullable AccountId account(StoredEvent event, PublishedEvent published) {
        return event.account();
    }
}
