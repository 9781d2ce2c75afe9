package io.platen.meter.submit;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.ask.MeterProblem;
import io.platen.meter.ask.Refusals;
import io.platen.meter.reading.CounterNames;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.DayRead;
import io.platen.meter.reading.Decision;
import io.platen.meter.reading.Doubt;
import io.platen.platform.problem.ProblemTexts;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A read that is now in the history; counters by their names, in pages. */
record SubmitReadAnswer(
        @Schema(allowableValues = "ACCEPTED") String decision,
        ReadId readId,
        DeviceId deviceId,
        LocalDate readOn,
        Map<String, Long> counters,
        @Nullable Previous previous,
        boolean confirmed) {

    /** The read before it. */
    record Previous(LocalDate readOn, Map<String, Long> counters) {}

    static ResponseEntity<Object> of(DeviceId device, Decision decision, Locale language) {
        return switch (decision) {
            case Decision.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED).body(accepted(device, accepted));
            case Decision.Refused refused -> problem(Refusals.of(refused.objections()), language);
            case Decision.Doubtful doubtful -> problem(doubtful(doubtful, language), language);
        };
    }

    private static SubmitReadAnswer accepted(DeviceId device, Decision.Accepted read) {
        return new SubmitReadAnswer(
                "ACCEPTED",
                read.readId(),
                device,
                read.readOn(),
                byName(read.counters()),
                previous(read.previous()),
                read.confirmed());
    }

    private static @Nullable Previous previous(@Nullable DayRead read) {
        return read == null ? null : new Previous(read.readOn(), byName(read.counters()));
    }

    private static Rejected doubtful(Decision.Doubtful doubtful, Locale language) {
        List<Map<String, Object>> warnings = doubtful.doubts().stream()
                .map(doubt -> warning(doubt, language))
                .toList();
        return Rejected.of(MeterProblem.METER_READ_DOUBTFUL)
                .with("warnings", warnings)
                .with("warningToken", doubtful.token());
    }

    private static Map<String, Object> warning(Doubt doubt, Locale language) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("value", doubt.value());
        figures.put("previous", doubt.previous());
        var expected = doubt.expected();
        if (expected != null) {
            figures.put("expected", expected.expected());
            figures.put("low", expected.low());
            figures.put("high", expected.high());
        }
        var code = MeterProblem.of(doubt.kind());
        var warning = new LinkedHashMap<String, Object>();
        warning.put("field", CounterNames.fieldOf(doubt.counter()));
        warning.put("code", code.name());
        warning.put("message", ProblemTexts.instance().text(code.name(), language, figures));
        warning.putAll(figures);
        return warning;
    }

    private static ResponseEntity<Object> problem(Rejected rejected, Locale language) {
        ResponseEntity<ProblemDetail> problem = Problems.of(rejected, language);
        return new ResponseEntity<>(problem.getBody(), problem.getHeaders(), problem.getStatusCode());
    }

    private static Map<String, Long> byName(Counters counters) {
        var named = new LinkedHashMap<String, Long>();
        for (Map.Entry<Counter, Long> counter : counters.pages().entrySet()) {
            named.put(CounterNames.nameOf(counter.getKey()), counter.getValue());
        }
        return named;
    }
}
