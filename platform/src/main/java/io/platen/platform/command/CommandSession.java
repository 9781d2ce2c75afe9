package io.platen.platform.command;

import io.platen.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/** Sends commands inside one transaction, with who and why beside each. */
public interface CommandSession {

    /**
     * @param account the customer concerned, stored beside the events
     * @return what the command's handler returns
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the sender knows what its handler returns
    <R extends @Nullable Object> R send(Object command, @Nullable AccountId account);
}
