package io.platen.meter.submit;

import io.platen.contracts.id.DeviceId;
import io.platen.meter.ask.DeviceIds;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Faults;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads of several devices.
 *
 * @param reads each is understood by itself, so that one that makes no sense does not refuse the others
 */
record SubmitReadsRequest(
        @ArraySchema(schema = @Schema(implementation = Row.class), minItems = 1, maxItems = 200)
        @NotEmpty
        @Size(max = 200)
        List<JsonNode> reads) {

    /** A read with its device. */
    @Schema(name = "SubmitReadsRow")
    record Row(
            @Schema(type = "string", format = "uuid", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String deviceId,

            @Schema(type = "string", format = "date", description = "Day of the device's calendar; today where absent")
            @Nullable
            JsonNode readOn,

            @Schema(
                    type = "object",
                    additionalPropertiesSchema = Long.class,
                    example = "{\"total\":1234,\"colour\":56}",
                    description = "As for a single read")
            @Nullable
            Map<String, @Nullable JsonNode> counters,

            @Schema(description = "From the answer that doubted exactly these values") @Nullable
            String warningToken) {

        /** @throws Rejected when no row of reads looks like this */
        static Row of(JsonNode node, JsonMapper json) {
            if (!node.isObject()) {
                throw Rejected.of(CommonProblem.MALFORMED_BODY);
            }
            try {
                return json.treeToValue(node, Row.class);
            } catch (JacksonException e) {
                throw Faults.unreadable(e);
            }
        }

        /** @throws Rejected NOT_FOUND for what can be no device, as for one that is out of reach */
        DeviceId device() {
            if (deviceId == null) {
                throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("deviceId", FieldProblem.REQUIRED, Map.of());
            }
            return DeviceIds.of(deviceId);
        }

        SubmitReadRequest read() {
            return new SubmitReadRequest(readOn, counters, warningToken);
        }
    }

    /** @throws Rejected where half a character would end up in the stored answer */
    void requireWholeCharacters() {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(reads.toString())) {
            throw Rejected.of(CommonProblem.MALFORMED_BODY);
        }
    }
}
