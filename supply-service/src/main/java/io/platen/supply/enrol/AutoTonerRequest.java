package io.platen.supply.enrol;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.Rejected;
import io.platen.supply.Line;
import io.platen.supply.SupplyProblem;
import io.platen.supply.autotoner.Contact;
import io.platen.supply.autotoner.ContactChange;
import io.platen.supply.autotoner.Label;
import io.platen.supply.autotoner.LabelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where automatic toner shall go. An absent field keeps what is stored; a blank one is refused, because nothing of a
 * label can be cleared (D-21).
 *
 * @param attention 1 to 20 characters
 * @param name of the customer where absent; at most 35 characters, as street and city
 * @param country ISO 3166-1 alpha-2
 */
record AutoTonerRequest(
        @Nullable String attention,
        @Nullable String name,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable ContactRequest contact) {

    /**
     * Whom to ask; not printed.
     *
     * @param firstName with the last name, wherever there is a contact; each at most 50 characters
     */
    record ContactRequest(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String email) {}

    /** What a request changes. */
    record Checked(LabelChange label, ContactChange contact) {}

    /** Of the label alone. */
    AutoTonerRequest(
            @Nullable String attention,
            @Nullable String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {
        this(attention, name, street, postalCode, city, country, null);
    }

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws Rejected naming every field that cannot be printed */
    Checked checked() {
        var faults = new ArrayList<Rejected.FieldError>();
        var change = new LabelChange(
                line("attention", attention, Label.LONGEST_ATTENTION, SupplyProblem.ATTENTION_TOO_LONG, faults),
                line("name", name, Label.LONGEST_LINE, FieldProblem.TOO_LONG, faults),
                line("street", street, Label.LONGEST_LINE, FieldProblem.TOO_LONG, faults),
                line("postalCode", postalCode, Label.LONGEST_POSTAL_CODE, FieldProblem.TOO_LONG, faults),
                line("city", city, Label.LONGEST_LINE, FieldProblem.TOO_LONG, faults),
                country(faults));
        var person = contact(faults);
        if (!faults.isEmpty()) {
            throw rejected(faults);
        }
        return new Checked(change, person);
    }

    private static @Nullable String line(
            String field, @Nullable String value, int longest, ProblemCode tooLong, List<Rejected.FieldError> faults) {
        if (value == null) {
            return null;
        }
        var line = value.strip();
        if (!Line.is(line)) {
            faults.add(new Rejected.FieldError(field, FieldProblem.INVALID_FORMAT, Map.of()));
        } else if (line.isEmpty()) {
            faults.add(new Rejected.FieldError(field, FieldProblem.REQUIRED, Map.of()));
        } else if (Line.length(line) > longest) {
            faults.add(new Rejected.FieldError(field, tooLong, Map.of("max", longest)));
        }
        return line;
    }

    private ContactChange contact(List<Rejected.FieldError> faults) {
        if (contact == null) {
            return ContactChange.NONE;
        }
        return new ContactChange(
                line("contact.firstName", contact.firstName(), Contact.LONGEST_NAME, FieldProblem.TOO_LONG, faults),
                line("contact.lastName", contact.lastName(), Contact.LONGEST_NAME, FieldProblem.TOO_LONG, faults),
                like(PHONE, "contact.phone", contact.phone(), Contact.LONGEST_PHONE, faults),
                like(EMAIL, "contact.email", contact.email(), Contact.LONGEST_EMAIL, faults));
    }

    private static @Nullable String like(
            Pattern form, String field, @Nullable String value, int longest, List<Rejected.FieldError> faults) {
        var before = faults.size();
        var line = line(field, value, longest, FieldProblem.TOO_LONG, faults);
        if (line != null && faults.size() == before && !form.matcher(line).matches()) {
            faults.add(new Rejected.FieldError(field, FieldProblem.INVALID_FORMAT, Map.of()));
        }
        return line;
    }

    private @Nullable String country(List<Rejected.FieldError> faults) {
        if (country != null && !COUNTRIES.contains(country)) {
            faults.add(new Rejected.FieldError("country", FieldProblem.INVALID_VALUE, Map.of()));
        }
        return country;
    }

    private static Rejected rejected(List<Rejected.FieldError> faults) {
        var attention = faults.stream()
                .filter(fault -> fault.code() == SupplyProblem.ATTENTION_TOO_LONG)
                .findFirst();
        var rejected = attention
                .map(fault -> Rejected.of(fault.code()).with("max", Label.LONGEST_ATTENTION))
                .orElseGet(() -> Rejected.of(CommonProblem.VALIDATION_FAILED));
        for (var fault : faults) {
            rejected = rejected.field(fault.field(), fault.code(), fault.params());
        }
        return rejected;
    }
}
