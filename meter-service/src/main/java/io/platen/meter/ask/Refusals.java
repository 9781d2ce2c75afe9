package io.platen.meter.ask;

import io.platen.meter.reading.Objection;
import io.platen.platform.problem.Rejected;
import java.util.Comparator;
import java.util.List;

/** Rules that a request breaks, told all at once; the first of them gives the code. */
public final class Refusals {

    private Refusals() {}

    /** @param objections one at least */
    public static Rejected of(List<Objection> objections) {
        var first = objections.stream()
                .map(Objection::reason)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var problem = Rejected.of(MeterProblem.of(first));
        for (var objection : objections) {
            problem = problem.field(objection.field(), MeterProblem.of(objection.reason()), objection.figures());
        }
        return problem;
    }
}
