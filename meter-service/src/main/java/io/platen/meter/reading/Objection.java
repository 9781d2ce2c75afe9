package io.platen.meter.reading;

import java.util.Map;

/** One rule that a submission breaks, with the place of the fault and the figures that explain it. */
public record Objection(String field, ReadRejection reason, Map<String, Object> figures) {

    public Objection {
        figures = Map.copyOf(figures);
    }
}
