package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** Somebody gave a wrong password for the person; a name that nobody has is not told of. */
public record SignInFailed(UserId userId) implements IdentityEvent {}
