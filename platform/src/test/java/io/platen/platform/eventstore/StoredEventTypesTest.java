package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class StoredEventTypesTest {

    sealed interface Garden {
        @Revision("2")
        record Sown(String plant) implements Garden {}

        sealed interface Gathered extends Garden {}

        @Revision("1")
        @StoredAs("Harvested")
        record ReapedAndStored(int kilos) implements Gathered {}
    }

    sealed interface WithoutRevision {
        record Forgotten() implements WithoutRevision {}
    }

    sealed interface Field {
        @Revision("1")
        record Sown() implements Field {}
    }

    private final StoredEventSerializer serializer = StoredEventSerializer.of(StoredEventTypes.of(Garden.class));

    @Test
    void anEventIsNamedShortlyWithItsRevision() {
        var stored = serializer.serialize(new Garden.Sown("pea"), String.class);

        assertThat(stored.getType().getName()).isEqualTo("Sown");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
        assertThat(stored.getData()).isEqualTo("{\"plant\":\"pea\"}");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(new Garden.Sown("pea"));
    }

    @Test
    void aPinnedNameOutlivesTheClass() {
        var stored = new SimpleSerializedObject<>("{\"kilos\":3}", String.class, "Harvested", "1");

        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(new Garden.ReapedAndStored(3));
    }

    @Test
    void anUnknownNameIsNoEvent() {
        var stored = new SimpleSerializedObject<>("{}", String.class, "Mown", "1");

        assertThat(serializer.<String, Object>deserialize(stored)).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void anEventWithoutRevisionIsRefused() {
        assertThatThrownBy(() -> StoredEventTypes.of(WithoutRevision.class)).hasMessageContaining("has no @Revision");
    }

    @Test
    void aNameTakenTwiceIsRefused() {
        assertThatThrownBy(() -> StoredEventTypes.of(Garden.class, Field.class)).hasMessageContaining("stored as Sown");
        assertThatThrownBy(() -> StoredEventTypes.merged(
                        List.of(StoredEventTypes.of(Garden.class), StoredEventTypes.of(Field.class))))
                .hasMessageContaining("stored as Sown");
    }

    @Test
    void anOpenFamilyIsRefused() {
        assertThatThrownBy(() -> StoredEventTypes.of(Runnable.class)).hasMessageContaining("not sealed");
    }
}
