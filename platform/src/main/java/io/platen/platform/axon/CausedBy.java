package io.platen.platform.axon;

import io.platen.platform.eventstore.MetadataKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands correlation, actor and account on from a message to the events that it causes. */
final class CausedBy implements CorrelationDataProvider {

    private static final List<String> HANDED_ON =
            List.of(MetadataKeys.CORRELATION, MetadataKeys.ACTOR, MetadataKeys.ACCOUNT);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var data = new LinkedHashMap<String, Object>();
        data.put(MetadataKeys.CORRELATION, message.getIdentifier());
        for (var key : HANDED_ON) {
            var value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.put(MetadataKeys.CAUSATION, message.getIdentifier());
        return data;
    }
}
