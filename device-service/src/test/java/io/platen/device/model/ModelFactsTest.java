package io.platen.device.model;

import static io.platen.contracts.device.Counter.BLACK_WHITE;
import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.contracts.device.TonerColour.BLACK;
import static io.platen.contracts.device.TonerColour.CYAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.platen.contracts.id.ModelId;
import io.platen.device.model.ModelCommand.RegisterModel;
import io.platen.device.model.ModelEvent.ModelRegistered;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ModelFactsTest {

    @Test
    void aModelIsRegisteredWithItsFacts() {
        var id = ModelId.random();
        var facts = new ModelFacts("Corvane", "7035c", List.of(TOTAL, COLOUR), List.of(BLACK, CYAN), true, 9_000, 7);

        new AggregateTestFixture<>(DeviceModel.class)
                .givenNoPriorActivity()
                .when(new RegisterModel(id, facts))
                .expectEvents(new ModelRegistered(id, facts));
    }

    @Test
    void allPagesOrTheBlackOnesAreCountedFirstAndThoseInColourMayFollow() {
        assertThat(ModelFacts.consistent(List.of(TOTAL))).isTrue();
        assertThat(ModelFacts.consistent(List.of(BLACK_WHITE))).isTrue();
        assertThat(ModelFacts.consistent(List.of(TOTAL, COLOUR))).isTrue();
        assertThat(ModelFacts.consistent(List.of(BLACK_WHITE, COLOUR))).isTrue();

        assertThat(ModelFacts.consistent(List.of())).isFalse();
        assertThat(ModelFacts.consistent(List.of(COLOUR))).isFalse();
        assertThat(ModelFacts.consistent(List.of(COLOUR, TOTAL))).isFalse();
        assertThat(ModelFacts.consistent(List.of(COLOUR, COLOUR))).isFalse();
        assertThat(ModelFacts.consistent(List.of(TOTAL, BLACK_WHITE))).isFalse();
        assertThat(ModelFacts.consistent(List.of(TOTAL, TOTAL))).isFalse();
        assertThat(ModelFacts.consistent(List.of(TOTAL, COLOUR, BLACK_WHITE))).isFalse();
    }

    @Test
    void coloursFitTheCountersAndAppearOnce() {
        assertThat(ModelFacts.consistent(List.of(TOTAL), List.of(BLACK), true)).isTrue();
        assertThat(ModelFacts.consistent(List.of(TOTAL), List.of(), false)).isTrue();
        assertThat(ModelFacts.consistent(List.of(TOTAL, COLOUR), List.of(), false))
                .isTrue();

        assertThat(ModelFacts.consistent(List.of(TOTAL, COLOUR), List.of(BLACK), true))
                .isFalse();
        assertThat(ModelFacts.consistent(List.of(TOTAL), List.of(BLACK, BLACK), true))
                .isFalse();
        assertThat(ModelFacts.consistent(List.of(TOTAL), List.of(), true)).isFalse();
    }

    @Test
    void factsThatDoNotFitCannotBePutTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFacts("C", "1", List.of(COLOUR), List.of(), false, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFacts("C", "1", List.of(TOTAL), List.of(), true, null, null));
    }
}
