package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/**
 * The person signed out of one browser; access tokens of before are refused, a session elsewhere goes on with a new
 * one.
 */
public record UserSignedOut(UserId userId) implements IdentityEvent {}
