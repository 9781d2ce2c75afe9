package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class CommitOrderTokenTest {

    private final CommitOrderToken early = new CommitOrderToken(7, 900);
    private final CommitOrderToken late = new CommitOrderToken(8, 3);

    @Test
    void theTransactionCountsBeforeThePosition() {
        assertThat(late.covers(early)).isTrue();
        assertThat(early.covers(late)).isFalse();
        assertThat(early.covers(early)).isTrue();
        assertThat(early.covers(null)).isTrue();
        assertThat(early.lowerBound(late)).isEqualTo(early);
        assertThat(late.lowerBound(early)).isEqualTo(early);
        assertThat(early.upperBound(late)).isEqualTo(late);
        assertThat(late.upperBound(early)).isEqualTo(late);
    }

    @Test
    void withinATransactionThePositionCounts() {
        var next = new CommitOrderToken(7, 901);

        assertThat(next.covers(early)).isTrue();
        assertThat(early.covers(next)).isFalse();
        assertThat(next.samePositionAs(early)).isFalse();
        assertThat(next.samePositionAs(new CommitOrderToken(7, 901))).isTrue();
        assertThat(next.position()).hasValue(901);
    }

    @Test
    void aTokenOfAnotherStoreIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> early.covers(new GlobalSequenceTrackingToken(1)));
    }

    @Test
    void itsJsonIsShort() {
        var serializer = StoredEventSerializer.of(Note.TYPES);

        var json = serializer.serialize(early, String.class);

        assertThat(json.getData()).isEqualTo("{\"transactionId\":7,\"position\":900}");
        assertThat(serializer.<String, Object>deserialize(json)).isEqualTo(early);
    }
}
