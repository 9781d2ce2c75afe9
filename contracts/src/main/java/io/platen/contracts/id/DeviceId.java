package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A machine with a serial number. */
public record DeviceId(@JsonValue UUID value) {

    @JsonCreator
    public DeviceId {}

    public static DeviceId random() {
        return new DeviceId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
