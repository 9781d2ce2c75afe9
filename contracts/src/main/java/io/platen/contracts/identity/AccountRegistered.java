package io.platen.contracts.identity;

import io.platen.contracts.id.AccountId;

/** A customer organisation exists; both numbers are unique. Country is ISO 3166-1 alpha-2, region the service region. */
public record AccountRegistered(
        AccountId accountId,
        String customerAccountNumber,
        String systemAccountNumber,
        String name,
        String country,
        String region)
        implements IdentityEvent {}
