package io.platen.agent.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

    @ParameterizedTest
    @CsvSource({
        "18000, 25000, MEASURED, 72",
        "0, 100, MEASURED, 0",
        "100, 100, MEASURED, 100",
        "999, 1000, MEASURED, 99",
        "2147483647, 2147483647, MEASURED, 100",
        "-1, 100, UNRESTRICTED,",
        "-2, 100, UNKNOWN,",
        "-3, 100, SOME_LEFT,",
        "-3, -2, SOME_LEFT,",
        "-4, 100, UNKNOWN,",
        "50, 0, UNKNOWN,",
        "50, -2, UNKNOWN,",
        "50, -1, UNKNOWN,",
        "101, 100, UNKNOWN,"
    })
    void aFigureOnlyWhereThereIsOne(long level, long max, Level.State state, Integer percent) {
        assertThat(Level.of(OptionalLong.of(level), OptionalLong.of(max), OptionalLong.of(7)))
                .isEqualTo(new Level(state, percent));
    }

    @Test
    void aMissingColumnIsUnknown() {
        assertThat(Level.of(OptionalLong.empty(), OptionalLong.of(100), OptionalLong.empty()))
                .isEqualTo(Level.UNKNOWN);
        assertThat(Level.of(OptionalLong.of(50), OptionalLong.empty(), OptionalLong.empty()))
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aLevelInPercentNeedsNoCapacity() {
        assertThat(Level.of(OptionalLong.of(50), OptionalLong.empty(), OptionalLong.of(19)))
                .isEqualTo(Level.measured(50));
    }

    @Test
    void noLevelMayPretend() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Level(Level.State.SOME_LEFT, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level(Level.State.MEASURED, null));
    }
}
