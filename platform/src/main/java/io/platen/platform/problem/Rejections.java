package io.platen.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts refusals by their code. */
public final class Rejections {

    private final MeterRegistry meters;

    public Rejections(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(ProblemCode code) {
        meters.counter("platen.rejections", "code", code.name()).increment();
    }
}
