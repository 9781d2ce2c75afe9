package io.platen.identity.user;

import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** How a person comes and goes, written down on his own account; two browsers may do so at once. */
@Component
public class SignInJournal {

    private static final int TRIES = 5;

    private final CommandGateway commands;

    SignInJournal(CommandGateway commands) {
        this.commands = commands;
    }

    public void enter(UserCommand entry) {
        for (int attempt = 1; ; attempt++) {
            try {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(entry)
                        .withMetaData(Map.of(
                                MetadataKeys.ACTOR,
                                entry.userId().toString(),
                                MetadataKeys.CORRELATION,
                                Correlation.current())));
                return;
            } catch (ConcurrencyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
