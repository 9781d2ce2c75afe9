package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One invoice. */
public record InvoiceId(@JsonValue UUID value) {

    @JsonCreator
    public InvoiceId {}

    public static InvoiceId random() {
        return new InvoiceId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static InvoiceId of(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
