package io.platen.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.platform.problem.Rejected;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** VIEW-13. */
class LiveFilterTest {

    private static final Set<String> REGIONS = Set.of("NL", "PT");
    private static final String DEVICE = UUID.randomUUID().toString();

    @Test
    void whoAsksForNothingHearsAll() {
        assertThat(LiveFilter.of(null, null, null, REGIONS).asksFor(event("TonerLow", null)))
                .isTrue();
    }

    @Test
    void oneOfEachMustFit() {
        var filter =
                LiveFilter.of(List.of("TonerLow", "MeterReadSubmitted"), List.of("NL", "PT"), List.of(DEVICE), REGIONS);

        assertThat(filter.asksFor(event("TonerLow", "PT"))).isTrue();
        assertThat(filter.asksFor(event("MeterReadSubmitted", "NL"))).isTrue();
        assertThat(filter.asksFor(event("TonerReplaced", "NL"))).isFalse();
        assertThat(filter.asksFor(event("TonerLow", "GB"))).isFalse();
        assertThat(LiveFilter.of(null, null, List.of("HD-00001"), REGIONS).asksFor(event("TonerLow", "NL")))
                .isFalse();
        assertThat(filter.asksFor(event("TonerLow", null))).isFalse();
        assertThat(LiveFilter.of(null, null, List.of(UUID.randomUUID().toString()), REGIONS)
                        .asksFor(event("TonerLow", "NL")))
                .isFalse();
    }

    @Test
    void whatCanNeverFitIsRefusedByName() {
        assertRefused("type", List.of("TonerLow", "TonerLost"), null, null);
        assertRefused("region", null, List.of("Mars"), null);
        assertRefused("object", null, null, List.of("1"));
        assertRefused("object", null, null, List.of("HD-1"));
        assertRefused("object", null, null, Collections.nCopies(101, DEVICE));
    }

    private static void assertRefused(
            String parameter,
            @Nullable List<String> type,
            @Nullable List<String> region,
            @Nullable List<String> object) {
        assertThatThrownBy(() -> LiveFilter.of(type, region, object, REGIONS))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.fields().getFirst().field()).isEqualTo(parameter));
    }

    private static LiveEvent event(String type, @Nullable String region) {
        return new LiveEvent(
                new Position(1, 1),
                type,
                "DEVICE",
                DEVICE,
                null,
                null,
                null,
                region,
                Set.of(),
                false,
                false,
                "test",
                null,
                Instant.EPOCH,
                "{}");
    }
}
