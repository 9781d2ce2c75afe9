package io.platen.ticket.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.ticket.life.Priority.FeatureFaulty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {

    @ParameterizedTest(name = "critical {0}, workaround {1}, {2}: {3}")
    @CsvSource({
        "true,  false,      , 1",
        "true,  true,       , 2",
        "true,  false, MINOR, 1",
        "true,  true,  MAJOR, 2",
        "false, false,      , 3",
        "false, true,       , 4",
        "false, false, MAJOR, 3",
        "false, true,  MAJOR, 3",
        "false, false, MINOR, 4",
        "false, true,  MINOR, 4"
    })
    void itFollowsFromCriticalityAndWorkaround(
            boolean critical, boolean workaround, @Nullable FeatureFaulty feature, int priority) {
        assertThat(Priority.of(critical, workaround, feature).number()).isEqualTo(priority);
    }
}
