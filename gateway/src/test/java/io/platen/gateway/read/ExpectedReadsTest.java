package io.platen.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown while a read is typed is what meter-service decides by. */
class ExpectedReadsTest {

    static Stream<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theCorridorIsThatOfTheVectors(Vector vector) {
        var expected = new ExpectedReads(vector.reads(), vector.ratedMonthlyPages(), vector.today());

        assertThat(Vector.corridors(expected.counters())).isEqualTo(vector.expected());
    }
}
