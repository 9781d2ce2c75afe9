package io.platen.meter.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.platform.problem.Rejected;
import io.platen.platform.spreadsheet.WorkbookProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MET-19: what comes back is the template with its white cells filled in, or nothing. */
class UploadedWorkbookTest {

    private static final DeviceId FIRST = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final DeviceId SECOND = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a04");
    private static final DeviceId THIRD = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "pt"})
    void filledRowsAreReadAndBlankOnesCounted(String language) throws IOException {
        var workbook = read(new TemplateFile()
                .in(language)
                .row(FIRST, DAY, 1300, 12)
                .row(SECOND, null, null, null)
                .row(THIRD, null, "1400", null));

        assertThat(workbook.untouched()).isEqualTo(1);
        assertThat(workbook.rows())
                .containsExactly(
                        new UploadedRow(
                                2,
                                FIRST,
                                TemplateFile.serial(FIRST),
                                DAY,
                                true,
                                counters(1300L, 12L),
                                Map.of(
                                        MeterColumn.READ_ON, "2026-11-25",
                                        MeterColumn.TOTAL, "1300",
                                        MeterColumn.COLOUR, "12")),
                        new UploadedRow(
                                4,
                                THIRD,
                                TemplateFile.serial(THIRD),
                                null,
                                true,
                                Map.of("total", 1400L),
                                Map.of(MeterColumn.TOTAL, "1400")));
    }

    @Test
    void whatIsNoNumberAndNoDateIsTheRowsMistake() throws IOException {
        var row = read(new TemplateFile().row(FIRST, "yesterday", "many", 1.5))
                .rows()
                .getFirst();

        assertThat(row.dateMakesSense()).isFalse();
        assertThat(row.counters()).isEqualTo(counters(null, null));
        assertThat(row.entered())
                .containsEntry(MeterColumn.READ_ON, "yesterday")
                .containsEntry(MeterColumn.TOTAL, "many")
                .containsEntry(MeterColumn.COLOUR, "1.5");
    }

    @Test
    void aTextDateAndATextNumberAreTaken() throws IOException {
        var row = read(new TemplateFile().row(FIRST, "2026-11-25", " 1300 ", -1))
                .rows()
                .getFirst();

        assertThat(row.readOn()).isEqualTo(DAY);
        assertThat(row.counters()).isEqualTo(counters(1300L, -1L));
    }

    static Stream<TemplateFile> modified() {
        return Stream.of(
                filled().headed(header -> header.equals("Model") ? "Modell" : header),
                filled().serial(serial -> "SN-0"),
                filled().ordered(1, 0),
                filled().ordered(0),
                filled().ordered(0, 1, 1),
                filled().withAnotherSheet(),
                filled().marked(cells -> with(cells, 0, "platen-meters-0")),
                filled().marked(cells -> with(cells, 1, "pt")),
                filled().marked(cells -> with(cells, 2, "3")),
                filled().marked(cells -> with(cells, 4, "0".repeat(64))));
    }

    @ParameterizedTest
    @MethodSource("modified")
    void whateverElseWasChangedRefusesTheWhole(TemplateFile file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(UploadProblem.TEMPLATE_MODIFIED));
    }

    @Test
    void theTemplateItselfIsNotRefused() throws IOException {
        assertThat(read(filled()).rows()).hasSize(2);
    }

    @Test
    void anotherKindOfFileIsRefusedForWhatItIs() {
        assertThatThrownBy(() ->
                        UploadedWorkbook.read(new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(WorkbookProblem.NOT_A_WORKBOOK));
    }

    private static TemplateFile filled() {
        return new TemplateFile().row(FIRST, DAY, 1300, 12).row(SECOND, DAY, 1400, 13);
    }

    private static List<String> with(List<String> cells, int at, String text) {
        var changed = new ArrayList<>(cells);
        changed.set(at, text);
        return changed;
    }

    private static Map<String, @Nullable Long> counters(@Nullable Long total, @Nullable Long colour) {
        Map<String, @Nullable Long> counters = new HashMap<>();
        counters.put("total", total);
        counters.put("colour", colour);
        return counters;
    }

    private static UploadedWorkbook read(TemplateFile file) throws IOException {
        return UploadedWorkbook.read(new ByteArrayInputStream(file.bytes()));
    }
}
