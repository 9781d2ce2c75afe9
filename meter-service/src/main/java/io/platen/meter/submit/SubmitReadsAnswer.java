package io.platen.meter.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.platen.meter.ask.MeterProblem;
import io.platen.platform.command.PartAnswers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param results one for each read, in their order */
record SubmitReadsAnswer(List<Result> results) {

    enum Outcome {
        ACCEPTED,
        WARNING,
        ERROR
    }

    /**
     * What the read would have been answered alone.
     *
     * @param read the accepted one
     * @param problem why it was not stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            Outcome outcome,

            @Schema(implementation = SubmitReadAnswer.class) @Nullable
            JsonNode read,

            @Schema(
                    type = "object",
                    description = "The problem of the single endpoint: code, title, detail, and errors by field; for a"
                            + " WARNING the code METER_READ_DOUBTFUL with warnings and the warningToken that confirms"
                            + " the same values")
            @Nullable
            JsonNode problem) {

        private static Result of(PartAnswers.Part answer) {
            if (answer.status() < 400) {
                return new Result(Outcome.ACCEPTED, answer.body(), null);
            }
            var code = answer.body().path("code").asString("");
            var doubtful = code.equals(MeterProblem.METER_READ_DOUBTFUL.name());
            return new Result(doubtful ? Outcome.WARNING : Outcome.ERROR, null, answer.body());
        }
    }

    static SubmitReadsAnswer of(List<PartAnswers.Part> answers) {
        return new SubmitReadsAnswer(answers.stream().map(Result::of).toList());
    }
}
