package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A request to take a device on an account. */
public record DeviceRequestId(@JsonValue UUID value) {

    @JsonCreator
    public DeviceRequestId {}

    public static DeviceRequestId random() {
        return new DeviceRequestId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static DeviceRequestId of(String text) {
        return new DeviceRequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
