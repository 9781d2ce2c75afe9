package io.platen.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "  =1+1", "\u00A0=1", "\u200B=1"
            })
    void whatBeginsLikeAFormulaGetsAnApostropheInFront(String text) {
        assertThat(CellText.shown(text)).isEqualTo("'" + text);
        assertThat(CellText.original(CellText.shown(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "\u0000=1+1"})
    void controlCharactersDoNotHideAFormula(String text) {
        assertThat(CellText.shown(text)).isIn("'=1+1", "'\n=1+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1+1", "a=b", "'quoted'", "Kyocera TASKalfa", "übung", "two\nlines", "\uD83D\uDDA8"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CellText.shown(text)).isEqualTo(text);
        assertThat(CellText.original(text)).isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsLeftOut() {
        assertThat(CellText.shown("a\u0000b\u0007c\uD800d\uFFFEe\r\nf")).isEqualTo("abcde\nf");
    }

    @Test
    void noLongerThanACell() {
        assertThat(CellText.shown("x".repeat(40_000))).hasSize(32_767);
        assertThat(CellText.shown("=" + "x".repeat(40_000))).hasSize(32_767);
        assertThat(CellText.shown("x" + "\uD83D\uDDA8".repeat(20_000))).hasSize(32_767);
        assertThat(CellText.shown("\uD83D\uDDA8".repeat(20_000))).hasSize(32_766);
        assertThat(CellText.stored(CellText.shown("_x003D_".repeat(6_000)))).hasSizeLessThanOrEqualTo(32_767);
    }

    /** Excel reads _x003D_ as an equals sign. */
    @Test
    void anEscapedSignIsSpeltOut() {
        assertThat(CellText.stored("_x003D_1+1")).isEqualTo("_x005F_x003D_1+1");
        assertThat(CellText.loaded("_x005F_x003D_1+1")).isEqualTo("_x003D_1+1");
        assertThat(CellText.loaded("a_x000D_b")).isEqualTo("a\rb");
        assertThat(CellText.loaded("a_xZZZZ_b")).isEqualTo("a_xZZZZ_b");
    }
}
