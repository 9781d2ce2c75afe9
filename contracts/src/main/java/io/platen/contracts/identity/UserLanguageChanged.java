package io.platen.contracts.identity;

import io.platen.contracts.id.UserId;

/** Texts and mails follow: en, nl or pt. */
public record UserLanguageChanged(UserId userId, String language) implements IdentityEvent {}
