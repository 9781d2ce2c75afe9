package io.platen.contracts.meter.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTemplateTest {

    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final List<String> LOCKED = List.of(
            "C-1001", "SN-1", "", "Brother HL", "Dam 1, Amsterdam", "=1+1", "two\nlines", "2026-11-30", "", "1200", "");

    @Test
    void theDigestsAreFrozen() {
        var key = MeterRowKey.of(2, DEVICE, LocalDate.parse("2026-11-30"), List.of(Counter.TOTAL), LOCKED);

        assertThat(key.digest()).isEqualTo("170ba7d0117d14590578d6d1fdab66d503f520049756e077946cb0167988c867");
        assertThat(MeterTemplate.mark("nl", List.of(key)))
                .containsExactly(
                        "platen-meters-1",
                        "nl",
                        "1",
                        "",
                        "3418bbc204f23ba31c645c098e0083aeee02e89f6ab1e0973f3d2bface569e66");
    }

    @Test
    void whatCannotBeSeenMakesNoDifference() {
        var saved = List.of(
                "C-1001 ",
                "SN-1",
                "",
                "Brother\u00A0HL",
                "Dam 1, Amsterdam",
                "'=1+1",
                "two\r\nlines",
                "2026-11-30",
                "",
                "1200",
                "");

        assertThat(MeterTemplate.digestOf(saved)).isEqualTo(MeterTemplate.digestOf(LOCKED));
    }

    @Test
    void everyCellMakesADifference() {
        var digest = MeterTemplate.digestOf(LOCKED);

        for (int i = 0; i < LOCKED.size(); i++) {
            var changed = new java.util.ArrayList<>(LOCKED);
            changed.set(i, changed.get(i) + "x");
            assertThat(MeterTemplate.digestOf(changed)).isNotEqualTo(digest);
        }
        assertThat(MeterTemplate.digestOf(List.of("a", "b"))).isNotEqualTo(MeterTemplate.digestOf(List.of("ab", "")));
    }

    @Test
    void aKeyComesBackAsItWas() {
        var due = MeterRowKey.of(
                7, DEVICE, LocalDate.parse("2026-11-30"), List.of(Counter.BLACK_WHITE, Counter.COLOUR), LOCKED);
        var without = MeterRowKey.of(8, DEVICE, null, List.of(Counter.TOTAL), LOCKED);

        assertThat(MeterRowKey.of(due.cells())).contains(due);
        assertThat(MeterRowKey.of(without.cells())).contains(without);
        assertThat(MeterRowKey.of(List.of("1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03, '',   TOTAL,                          true",
        "x, 7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03, '',   TOTAL,                          false",
        "1, nonsense,                             '',   TOTAL,                          false",
        "1, 7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03, soon, TOTAL,                          false",
        "1, 7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03, '',   '',                             false",
        "1, 7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03, '',   TOTAL TOTAL TOTAL TOTAL COLOUR, false",
    })
    void whatIsNoKeyIsNone(String row, String device, String due, String counters, boolean key) {
        var digest = "0".repeat(64);

        assertThat(MeterRowKey.of(List.of(row, device, due, counters, digest)).isPresent())
                .isEqualTo(key);
        assertThat(MeterRowKey.of(List.of(row, device, due, counters, digest + "0")))
                .isEmpty();
        assertThat(MeterRowKey.of(List.of(row, device, due, counters, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "pt"})
    void everyColumnHasAHeaderOfItsOwn(String language) {
        assertThat(headers(language)).doesNotHaveDuplicates().hasSize(14);
        assertThat(headers("fr").toList()).isEqualTo(headers("en").toList());
        assertThat(headers("nl").toList()).isNotEqualTo(headers("en").toList());
    }

    @Test
    void theLastThreeAreFilledIn() {
        assertThat(Arrays.stream(MeterColumn.values()).filter(MeterColumn::isWhite))
                .containsExactly(MeterColumn.READ_ON, MeterColumn.TOTAL, MeterColumn.COLOUR);
        assertThat(MeterColumn.locked()).hasSize(11);
        assertThat(Arrays.stream(MeterColumn.values()).map(MeterColumn::place).toList())
                .isEqualTo(java.util.stream.IntStream.range(0, 14).boxed().toList());
    }

    private static Stream<String> headers(String language) {
        return Arrays.stream(MeterColumn.values()).map(column -> column.header(Locale.of(language)));
    }
}
