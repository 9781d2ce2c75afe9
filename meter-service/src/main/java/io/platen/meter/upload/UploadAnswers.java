package io.platen.meter.upload;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.meter.template.MeterColumn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told of uploads. */
final class UploadAnswers {

    private UploadAnswers() {}

    /** @param rows that were filled in, and are worked off now */
    @Schema(name = "StartedUpload")
    record Started(MeterUploadId id, int rows) {}

    @Schema(name = "MeterUploads")
    record Latest(List<Upload> items) {}

    /**
     * A row; column, value and code are of its first fault, the message is of all.
     *
     * @param column the header of the cell
     */
    @Schema(name = "MeterUploadRow")
    record Row(
            int row,
            String serialNumber,
            RowState state,
            @Nullable String column,
            @Nullable String value,
            @Nullable String code,
            @Nullable String message) {

        static Row of(DecidedRow row, Locale language) {
            if (row.faults().isEmpty()) {
                return new Row(row.number(), row.serialNumber(), row.state(), null, null, null, null);
            }
            var first = row.faults().getFirst();
            return new Row(
                    row.number(),
                    row.serialNumber(),
                    row.state(),
                    header(first.column(), language),
                    row.value(first),
                    first.code(),
                    row.faults().stream().map(fault -> fault.message(language)).collect(Collectors.joining(" ")));
        }
    }

    @Schema(name = "MeterUploadRowPage")
    record Page(List<Row> items, int page, int size, long total) {}

    static @Nullable String header(@Nullable MeterColumn column, Locale language) {
        return column == null ? null : column.header(language);
    }
}
