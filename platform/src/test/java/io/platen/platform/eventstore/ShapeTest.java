package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/** Each pair stands for one class before and after a change. */
class ShapeTest {

    record Old(int count, List<Part> parts) {}

    record Part(String name) {}

    @Revision("2")
    record Raised(int count) {}

    static class Before {
        static int ignored;
        private int count;
    }

    static class After {
        private int count;
        private long total;
    }

    @Test
    void aShapeStaysWhatItIs() {
        assertThat(Shape.of(Old.class)).isEqualTo(Shape.of(Old.class));
    }

    @Test
    void aFieldMoreIsAnotherShape() {
        assertThat(Shape.of(After.class)).isNotEqualTo(Shape.of(Before.class));
    }

    @Test
    void theRevisionCanBeRaisedByHand() {
        assertThat(Shape.of(Raised.class)).startsWith("2-");
    }
}
