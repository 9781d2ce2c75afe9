package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** After too many failures in a row the person cannot sign in for a while; who is signed in stays so. */
public record LoginLocked(UserId userId) implements IdentityEvent {}
