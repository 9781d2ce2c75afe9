package io.platen.supply.autotoner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to change of a label: an absent value keeps the stored one (D-21). */
public record LabelChange(
        @Nullable String attention,
        @Nullable String name,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country) {

    /** With the stored values where this says nothing. */
    LabelChange over(@Nullable Label stored) {
        return stored == null
                ? this
                : new LabelChange(
                        either(attention, stored.attention()),
                        either(name, stored.name()),
                        either(street, stored.street()),
                        either(postalCode, stored.postalCode()),
                        either(city, stored.city()),
                        either(country, stored.country()));
    }

    LabelChange withName(@Nullable String otherwise) {
        return name == null ? new LabelChange(attention, otherwise, street, postalCode, city, country) : this;
    }

    /** The fields without a value, as a request names them. */
    List<String> missing() {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("attention", attention);
        fields.put("name", name);
        fields.put("street", street);
        fields.put("postalCode", postalCode);
        fields.put("city", city);
        fields.put("country", country);
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(field -> field.getKey())
                .toList();
    }

    /** @throws NullPointerException where something is {@link #missing} */
    Label complete() {
        return new Label(
                Objects.requireNonNull(attention),
                Objects.requireNonNull(name),
                Objects.requireNonNull(street),
                Objects.requireNonNull(postalCode),
                Objects.requireNonNull(city),
                Objects.requireNonNull(country));
    }

    private static String either(@Nullable String value, String stored) {
        return value == null ? stored : value;
    }
}
