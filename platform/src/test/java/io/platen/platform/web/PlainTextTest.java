package io.platen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Van Dijk", "Endereço", "\ud83d\ude00"})
    void aLineOfTextIsPlain(String text) {
        assertThat(PlainText.is(text)).isTrue();
        assertThat(text).matches(PlainText.REGEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007fb", "a\ud83db", "\ude00\ud83d"})
    void controlCharactersAndHalvesOfCharactersAreNot(String text) {
        assertThat(PlainText.is(text)).isFalse();
        assertThat(text).doesNotMatch(PlainText.REGEX);
    }

    @Test
    void textIsMadePlainAndNotCutInTheMiddleOfACharacter() {
        assertThat(PlainText.made(" a\u0000\nb\ud83d ", 10)).isEqualTo("a b");
        assertThat(PlainText.made("ab\ud83d\ude00d", 3)).isEqualTo("ab\ud83d\ude00");
    }
}
