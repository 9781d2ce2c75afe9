package io.platen.device.assignment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Follows from the device and the user, so that there is one for each pair. */
public record AssignmentId(@JsonValue UUID value) {

    @JsonCreator
    public AssignmentId {}

    public static AssignmentId of(DeviceId device, UserId user) {
        return new AssignmentId(UUID.nameUUIDFromBytes((device + "/" + user).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
