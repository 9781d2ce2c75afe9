package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One meter read. */
public record ReadId(@JsonValue UUID value) {

    @JsonCreator
    public ReadId {}

    public static ReadId random() {
        return new ReadId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ReadId of(String text) {
        return new ReadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
