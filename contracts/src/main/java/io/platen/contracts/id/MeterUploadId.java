package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One file of meter reads that somebody sent. */
public record MeterUploadId(@JsonValue UUID value) {

    @JsonCreator
    public MeterUploadId {}

    public static MeterUploadId random() {
        return new MeterUploadId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static MeterUploadId of(String text) {
        return new MeterUploadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
