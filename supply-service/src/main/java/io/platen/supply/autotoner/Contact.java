package io.platen.supply.autotoner;

import io.platen.contracts.supply.AutoTonerContact;
import org.jspecify.annotations.Nullable;

/** Whom to ask about automatic toner; never printed (D-20). */
public record Contact(
        String firstName,
        String lastName,
        @Nullable String phone,
        @Nullable String email) {

    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_PHONE = 30;
    public static final int LONGEST_EMAIL = 254;

    public AutoTonerContact told() {
        return new AutoTonerContact(firstName, lastName, phone, email);
    }
}
