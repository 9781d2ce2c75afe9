package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** The person may no longer do anything; streams end and tokens are refused. */
public record UserDeactivated(UserId userId) implements IdentityEvent {}
