package io.platen.billing.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One device under one contract. */
public record UsageId(@JsonValue UUID value) {

    @JsonCreator
    public UsageId {}

    public static UsageId of(ContractId contract, DeviceId device) {
        var text = "usage " + contract + " " + device;
        return new UsageId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
