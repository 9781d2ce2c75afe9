package io.platen.agent.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourNamesTest {

    @ParameterizedTest
    @CsvSource({
        "black, BLACK",
        "Zwart, BLACK",
        "PRETO, BLACK",
        "schwarz, BLACK",
        "noir, BLACK",
        "ブラック, BLACK",
        "Чёрный, BLACK",
        "K, BLACK",
        "Photo Black, BLACK",
        "cyaan, CYAN",
        "Ciano, CYAN",
        "シアン, CYAN",
        "C, CYAN",
        "magenta, MAGENTA",
        "マゼンタ, MAGENTA",
        "M, MAGENTA",
        "geel, YELLOW",
        "Amarelo, YELLOW",
        "gelb, YELLOW",
        "イエロー, YELLOW",
        "żółty, YELLOW",
        "Y, YELLOW",
        "Schwarztoner, BLACK",
        "黑色墨粉盒, BLACK",
        "ブラックトナー, BLACK",
        "검정색, BLACK",
        "洋红, MAGENTA",
        "마젠타, MAGENTA",
        "Жёлтый, YELLOW",
        "κίτρινο, YELLOW",
        "sárga, YELLOW",
        "siyah, BLACK"
    })
    void aColorantIsKnownInManyLanguages(String name, Colour colour) {
        assertThat(ColourNames.ofColorant(name)).contains(colour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"light cyan", "licht magenta", "grey", "gloss", "red", "", "cyan/magenta/yellow", "other(1)"})
    void whatIsNotOneOfTheFourHasNoColour(String name) {
        assertThat(ColourNames.ofColorant(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TK-8527K", "Toner C", "Type M unit", "Resort kit"})
    void aLetterInADescriptionIsNoColour(String description) {
        assertThat(ColourNames.inDescription(description)).isEmpty();
    }
}
