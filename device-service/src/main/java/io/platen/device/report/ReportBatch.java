package io.platen.device.report;

import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.TonerColour;
import io.platen.platform.web.PlainText;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an agent sends at a time.
 *
 * @param reports each is read by itself, so that one that cannot be read does not refuse the others
 */
record ReportBatch(
        @Valid @Nullable AgentState agent,

        @ArraySchema(schema = @Schema(implementation = Report.class)) @NotNull @Size(max = 200)
        List<JsonNode> reports) {

    /**
     * The agent about itself.
     *
     * @param sentAt its own clock when it sent this
     * @param bufferedReports all that wait, those of this batch among them
     */
    record AgentState(
            @Size(max = 50) @Pattern(regexp = PlainText.REGEX) @Nullable
            String version,

            @Nullable Instant startedAt,
            @Nullable Instant sentAt,
            @PositiveOrZero @Nullable Integer bufferedReports,
            @PositiveOrZero @Nullable Long droppedReports,
            @PositiveOrZero @Nullable Integer printersFound,
            @PositiveOrZero @Nullable Integer printersSilent) {}

    /** One look at a machine, before it is checked. */
    record Report(
            @Nullable Long sequence,
            @Nullable Instant observedAt,
            @Nullable String serialNumber,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable Counters counters,
            @Nullable List<@Nullable Supply> supplies,
            @Nullable List<@Nullable TonerColour> low,
            @Nullable List<@Nullable TonerColour> replaced,
            @Nullable List<@Nullable String> alerts) {}

    record Counters(
            @Nullable Long total,
            @Nullable Long colour,
            @Nullable Long blackWhite) {}

    record Supply(
            @Nullable Integer index,
            @Nullable SupplyKind kind,
            @Nullable TonerColour colour,
            @Nullable String description,
            @Nullable Level level) {}

    record Level(@Nullable LevelState state, @Nullable Integer percent) {}
}
