package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** The person signed in with his password. */
public record UserSignedIn(UserId userId) implements IdentityEvent {}
