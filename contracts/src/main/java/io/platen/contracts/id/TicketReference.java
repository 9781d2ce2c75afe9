package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What people call a ticket: {@code HD-} and at least five digits, never used twice (D-25). */
public record TicketReference(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("HD-[0-9]{5,10}");

    /** @throws IllegalArgumentException when the text is no reference */
    @JsonCreator
    public TicketReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("No ticket reference: " + value);
        }
    }

    /** @param number from 1; HD-00001, and six digits after HD-99999 */
    public static TicketReference of(long number) {
        return new TicketReference("HD-%05d".formatted(number));
    }

    @Override
    public String toString() {
        return value;
    }
}
