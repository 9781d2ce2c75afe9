package io.platen.identity.account;

import io.platen.contracts.id.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an account. */
public sealed interface AccountCommand {

    /** Both numbers are reserved in the same transaction. */
    record RegisterAccount(
            @TargetAggregateIdentifier AccountId accountId,
            String customerAccountNumber,
            String systemAccountNumber,
            String name,
            String country,
            String region)
            implements AccountCommand {}
}
