package io.platen.supply.autotoner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to change of a contact: an absent value keeps the stored one (D-21). A device may have no contact at all. */
public record ContactChange(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String email) {

    public static final ContactChange NONE = new ContactChange(null, null, null, null);

    /** With the stored values where this says nothing. */
    ContactChange over(@Nullable Contact stored) {
        return stored == null
                ? this
                : new ContactChange(
                        firstName == null ? stored.firstName() : firstName,
                        lastName == null ? stored.lastName() : lastName,
                        phone == null ? stored.phone() : phone,
                        email == null ? stored.email() : email);
    }

    /** The fields without which nobody could be asked for, as a request names them. */
    List<String> missing() {
        var fields = new ArrayList<String>();
        if (!equals(NONE)) {
            if (firstName == null) {
                fields.add("contact.firstName");
            }
            if (lastName == null) {
                fields.add("contact.lastName");
            }
        }
        return List.copyOf(fields);
    }

    /** @throws NullPointerException where something is {@link #missing} */
    @Nullable
    Contact complete() {
        return equals(NONE)
                ? null
                : new Contact(Objects.requireNonNull(firstName), Objects.requireNonNull(lastName), phone, email);
    }
}
