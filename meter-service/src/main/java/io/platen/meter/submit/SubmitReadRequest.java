package io.platen.meter.submit;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.ask.Texts;
import io.platen.meter.ask.Values;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A read as the client sends it. The values stay JSON until the rules have seen them: {@code 1.5} and {@code "12"} are
 * answered like any other value that is no whole number of pages.
 */
public record SubmitReadRequest(
        @Schema(type = "string", format = "date", description = "Day of the device's calendar; today where absent")
        @Nullable
        JsonNode readOn,

        @Schema(
                type = "object",
                additionalPropertiesSchema = Long.class,
                example = "{\"total\":1234,\"colour\":56}",
                description = "Pages by counter: total or blackWhite, and colour; whole numbers from 0 to 999999999")
        @Nullable
        Map<String, @Nullable JsonNode> counters,

        @Schema(description = "From the answer that doubted exactly these values") @Nullable
        String warningToken,

        @Schema(description = "Why a day has a second read; staff alone may say") @Nullable
        String reason) {

    /** A customer's. */
    SubmitReadRequest(
            @Nullable JsonNode readOn,
            @Nullable Map<String, @Nullable JsonNode> counters,
            @Nullable String warningToken) {
        this(readOn, counters, warningToken, null);
    }

    private static final int LONGEST_TOKEN = 100;

    /** @throws Rejected when this is no read at all, or a customer gives a reason for a second one */
    public SubmitRead toCommand(DeviceId device, ReadId readId, ReadSource source) {
        Texts.requireWhole(this);
        if (warningToken != null && warningToken.length() > LONGEST_TOKEN) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("warningToken", FieldProblem.TOO_LONG, Map.of("max", LONGEST_TOKEN));
        }
        if (reason != null && source == ReadSource.CUSTOMER) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        return new SubmitRead(
                device,
                readId,
                Values.pages("counters", counters),
                Values.day("readOn", readOn),
                warningToken,
                source,
                reason == null ? null : Texts.required("reason", reason));
    }
}
