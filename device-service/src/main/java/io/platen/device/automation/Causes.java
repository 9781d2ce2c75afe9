package io.platen.device.automation;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.platform.command.CommandSession;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import java.util.HashMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** Sends commands that nobody gave by hand, with what caused them beside each. */
record Causes(CommandGateway gateway, String actor, String correlation) implements CommandSession {

    static Causes of(EventMetadata cause, CommandGateway gateway) {
        return new Causes(gateway, cause.actor(), cause.correlationId());
    }

    static Causes ofTime(CommandGateway gateway) {
        return new Causes(gateway, EventMetadata.SYSTEM, Correlation.current());
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the sender knows what its handler returns
    public <R extends @Nullable Object> R send(Object command, @Nullable AccountId account) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTOR, actor);
        metadata.put(MetadataKeys.CORRELATION, correlation);
        if (account != null) {
            metadata.put(MetadataKeys.ACCOUNT, account.toString());
        }
        return gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(metadata));
    }
}
