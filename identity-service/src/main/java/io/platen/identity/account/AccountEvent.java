package io.platen.identity.account;

import io.platen.contracts.id.AccountId;
import org.axonframework.serialization.Revision;

/** What happened to an account; stored, private. */
public sealed interface AccountEvent {

    @Revision("1")
    record AccountRegistered(
            AccountId accountId,
            String customerAccountNumber,
            String systemAccountNumber,
            String name,
            String country,
            String region)
            implements AccountEvent {}
}
