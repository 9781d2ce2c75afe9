package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A program on the customer's network that reports devices. */
public record AgentId(@JsonValue UUID value) {

    @JsonCreator
    public AgentId {}

    public static AgentId random() {
        return new AgentId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AgentId of(String text) {
        return new AgentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
