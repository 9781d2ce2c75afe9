package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A type of machine. */
public record ModelId(@JsonValue UUID value) {

    @JsonCreator
    public ModelId {}

    public static ModelId random() {
        return new ModelId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ModelId of(String text) {
        return new ModelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
