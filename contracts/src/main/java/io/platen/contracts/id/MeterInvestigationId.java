package io.platen.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A look into reads that cannot be right. */
public record MeterInvestigationId(@JsonValue UUID value) {

    @JsonCreator
    public MeterInvestigationId {}

    public static MeterInvestigationId random() {
        return new MeterInvestigationId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static MeterInvestigationId of(String text) {
        return new MeterInvestigationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
