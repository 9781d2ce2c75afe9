package io.platen.meter.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.ask.MeterProblem;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.DayRead;
import io.platen.meter.reading.Decision;
import io.platen.meter.reading.Doubt;
import io.platen.meter.reading.ExpectedRead;
import io.platen.meter.reading.Objection;
import io.platen.meter.reading.ReadRejection;
import io.platen.platform.problem.ProblemTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubmitReadAnswerTest {

    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void anAcceptedReadIsCreated() {
        var answer = SubmitReadAnswer.of(
                DEVICE,
                new Decision.Accepted(
                        READ,
                        LocalDate.parse("2026-11-22"),
                        new Counters(Map.of(Counter.TOTAL, 1234L, Counter.COLOUR, 56L)),
                        new DayRead(LocalDate.parse("2026-11-20"), new Counters(Map.of(Counter.TOTAL, 1200L))),
                        true),
                Locale.ENGLISH);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        var body = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(answer.getBody()));
        assertThat(body).isEqualTo(JsonMapper.shared().readTree("""
                {"decision":"ACCEPTED",
                 "readId":"7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05",
                 "deviceId":"7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03",
                 "readOn":"2026-11-22",
                 "counters":{"total":1234,"colour":56},
                 "previous":{"readOn":"2026-11-20","counters":{"total":1200}},
                 "confirmed":true}
                """));
    }

    @Test
    void aRefusalNamesEveryFault() {
        var problem = problem(SubmitReadAnswer.of(
                DEVICE,
                new Decision.Refused(List.of(
                        new Objection("readOn", ReadRejection.METER_ALREADY_SUBMITTED_TODAY, Map.of()),
                        new Objection(
                                "counters.total",
                                ReadRejection.METER_LOWER_THAN_PREVIOUS,
                                Map.of("previous", 1200L, "value", 1100L)))),
                Locale.ENGLISH));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(properties(problem)).containsEntry("code", "METER_LOWER_THAN_PREVIOUS");
        JsonNode errors = JsonMapper.shared().valueToTree(properties(problem).get("errors"));
        assertThat(errors).hasSize(2).anySatisfy(error -> {
            assertThat(error.get("field").stringValue()).isEqualTo("counters.total");
            assertThat(error.get("previous").longValue()).isEqualTo(1200);
            assertThat(error.get("value").longValue()).isEqualTo(1100);
        });
    }

    @Test
    void tooMuchColourHasTheCodeThatIsPublished() {
        var problem = problem(SubmitReadAnswer.of(
                DEVICE,
                new Decision.Refused(List.of(new Objection(
                        "counters.colour", ReadRejection.COLOUR_ABOVE_TOTAL, Map.of("value", 11L, "total", 10L)))),
                Locale.ENGLISH));

        assertThat(properties(problem)).containsEntry("code", "COLOUR_ABOVE_TOTAL");
    }

    @Test
    void aDoubtSpeaksTheLanguageOfTheCaller() {
        var problem = problem(SubmitReadAnswer.of(
                DEVICE,
                new Decision.Doubtful(
                        List.of(new Doubt(
                                Counter.TOTAL,
                                Doubt.Kind.OUTSIDE_EXPECTED_RANGE,
                                20_000,
                                10_000,
                                new ExpectedRead(10_000, 1000))),
                        "token"),
                DUTCH));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(properties(problem))
                .containsEntry("code", "METER_READ_DOUBTFUL")
                .containsEntry("warningToken", "token")
                .containsEntry(
                        "warnings",
                        List.of(Map.of(
                                "field", "counters.total",
                                "code", "OUTSIDE_EXPECTED_RANGE",
                                "message", "We verwachtten ongeveer 11.000, tussen 10.400 en 11.600.",
                                "value", 20_000L,
                                "previous", 10_000L,
                                "expected", 11_000L,
                                "low", 10_400L,
                                "high", 11_600L)));
    }

    @ParameterizedTest
    @EnumSource(MeterProblem.class)
    void everyCodeHasItsTextInEveryLanguage(MeterProblem problem) {
        assertThat(ProblemTexts.LANGUAGES)
                .allSatisfy(language -> assertThat(Stream.of(problem.name(), problem.name() + ".title")
                                .map(key -> ProblemTexts.instance().exactly(key, language)))
                        .allSatisfy(text -> assertThat(text).isPresent()));
    }

    private static ProblemDetail problem(ResponseEntity<Object> answer) {
        return (ProblemDetail) Objects.requireNonNull(answer.getBody());
    }

    private static Map<String, Object> properties(ProblemDetail problem) {
        return Objects.requireNonNull(problem.getProperties());
    }
}
