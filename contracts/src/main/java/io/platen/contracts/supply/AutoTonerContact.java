package io.platen.contracts.supply;

import org.jspecify.annotations.Nullable;

/** Whom to ask about a device's automatic toner; not printed on its label (D-20). */
public record AutoTonerContact(
        String firstName,
        String lastName,
        @Nullable String phone,
        @Nullable String email) {}
