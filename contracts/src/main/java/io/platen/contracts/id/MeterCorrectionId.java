package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A request to correct a read that was invoiced. */
public record MeterCorrectionId(@JsonValue UUID value) {

    @JsonCreator
    public MeterCorrectionId {}

    public static MeterCorrectionId random() {
        return new MeterCorrectionId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static MeterCorrectionId of(String text) {
        return new MeterCorrectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
