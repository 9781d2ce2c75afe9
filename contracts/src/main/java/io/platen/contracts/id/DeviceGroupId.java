package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A named group of devices of one account. */
public record DeviceGroupId(@JsonValue UUID value) {

    @JsonCreator
    public DeviceGroupId {}

    public static DeviceGroupId random() {
        return new DeviceGroupId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static DeviceGroupId of(String text) {
        return new DeviceGroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
