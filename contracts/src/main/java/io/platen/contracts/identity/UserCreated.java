package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** A person can sign in. Language is en, nl or pt. */
public record UserCreated(UserId userId, String email, String displayName, String language) implements IdentityEvent {}
