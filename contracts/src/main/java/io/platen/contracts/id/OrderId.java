package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One supply order. */
public record OrderId(@JsonValue UUID value) {

    @JsonCreator
    public OrderId {}

    public static OrderId random() {
        return new OrderId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
