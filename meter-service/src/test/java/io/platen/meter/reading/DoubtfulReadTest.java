package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.Doubt.Kind.EQUAL_TO_PREVIOUS;
import static io.platen.meter.reading.Doubt.Kind.GROWTH_ABOVE_AVERAGE;
import static io.platen.meter.reading.Doubt.Kind.MORE_DIGITS;
import static io.platen.meter.reading.Doubt.Kind.OUTSIDE_EXPECTED_RANGE;
import static io.platen.meter.reading.RegisterFixture.BEFORE_THAT;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.rated;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.submit;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MET-09 and D-13: doubt is asked about once, and stores nothing. */
class DoubtfulReadTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void aDoubtfulReadStoresNothing() {
        new RegisterFixture()
                .given(rated(3025), read("2026-11-12", total(10_000)))
                .when(submit(Map.of("total", 20_000L), null, null))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Doubtful(
                        List.of(new Doubt(
                                TOTAL, OUTSIDE_EXPECTED_RANGE, 20_000, 10_000, new ExpectedRead(10_000, 1000))),
                        token(20_000, EARLIER)));
    }

    @Test
    void theSameValuesWithTheTokenAreAcceptedAsConfirmed() {
        new RegisterFixture()
                .at("2026-11-22T12:00:00Z")
                .given(rated(3025), read("2026-11-12", total(10_000)))
                .when(submit(Map.of("total", 20_000L), null, token(20_000, EARLIER)))
                .expectEvents(new ReadSubmitted(
                        READ, DEVICE, total(20_000), TODAY, TODAY, true, Instant.parse("2026-11-22T12:00:00Z")));
    }

    @Test
    void aTokenIsGoodForNothingElse() {
        var strangers = List.of(
                token(20_001, EARLIER),
                token(20_000, BEFORE_THAT),
                WarningToken.of("another key", DEVICE, TODAY, total(20_000), EARLIER)
                        .text(),
                WarningToken.of(KEY, DeviceId.random(), TODAY, total(20_000), EARLIER)
                        .text(),
                WarningToken.of(KEY, DEVICE, TODAY.minusDays(1), total(20_000), EARLIER)
                        .text(),
                "",
                "true");

        assertThat(strangers)
                .allSatisfy(token -> new RegisterFixture()
                        .given(rated(3025), read("2026-11-12", total(10_000)))
                        .when(submit(Map.of("total", 20_000L), null, token))
                        .expectNoEvents());
    }

    @Test
    void aTokenThatNobodyAskedForConfirmsNothing() {
        new RegisterFixture()
                .at("2026-11-22T12:00:00Z")
                .given(rated(3025), read("2026-11-12", total(10_000)))
                .when(submit(Map.of("total", 11_000L), null, token(11_000, EARLIER)))
                .expectEvents(new ReadSubmitted(
                        READ, DEVICE, total(11_000), TODAY, TODAY, false, Instant.parse("2026-11-22T12:00:00Z")));
    }

    @Test
    void aTokenDoesNotOverruleARule() {
        new RegisterFixture()
                .given(opened(TOTAL), read("2026-11-20", total(1200)))
                .when(submit(Map.of("total", 1000L), null, token(1000, EARLIER)))
                .expectResultMessageMatching(new org.hamcrest.CustomMatcher<>("refused") {
                    @Override
                    public boolean matches(@Nullable Object message) {
                        return message instanceof org.axonframework.messaging.Message<?> answer
                                && answer.getPayload() instanceof Decision.Refused;
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void theSameAgainAfterMoreThanAWeekIsDoubtful(int days, boolean doubtful) {
        var doubts = doubts(history(days, 1200), Map.of("total", 1200L));

        assertThat(doubts.contains(EQUAL_TO_PREVIOUS)).isEqualTo(doubtful);
    }

    @Test
    void aCounterThatStandsStillBesideOneThatRunsIsNoDoubt() {
        var history = ReadHistory.EMPTY.with(TODAY.minusDays(20), colour(1200, 100));

        assertThat(doubts(history, Map.of("total", 1300L, "colour", 100L))).isEmpty();
        assertThat(doubts(history, Map.of("total", 1200L, "colour", 100L))).containsExactly(EQUAL_TO_PREVIOUS);
    }

    @ParameterizedTest
    @CsvSource({
        // previous two reads: 200 pages a day; no other doubt by digits
        "10600, false",
        "10601, true"
    })
    void moreThanThreeTimesTheDailyGrowthIsDoubtful(long value, boolean doubtful) {
        var history = ReadHistory.EMPTY
                .with(TODAY.minusDays(11), total(8_000 + 10_000))
                .with(TODAY.minusDays(1), total(10_000 + 10_000));

        assertThat(doubts(history, Map.of("total", value + 10_000)).contains(GROWTH_ABOVE_AVERAGE))
                .isEqualTo(doubtful);
    }

    @ParameterizedTest
    @CsvSource({"1500, false", "1504, true"})
    void theGrowthOfSeveralDaysIsSharedAmongThem(long growth, boolean doubtful) {
        var history =
                ReadHistory.EMPTY.with(TODAY.minusDays(13), total(20_000)).with(TODAY.minusDays(3), total(20_010));

        assertThat(doubts(history, Map.of("total", 20_010 + growth)).contains(GROWTH_ABOVE_AVERAGE))
                .isEqualTo(doubtful);
    }

    @ParameterizedTest
    @CsvSource({"500, false", "501, true"})
    void fiveHundredPagesADayAreNeverTooManyAgainstTheAverage(long growth, boolean doubtful) {
        var history =
                ReadHistory.EMPTY.with(TODAY.minusDays(11), total(20_000)).with(TODAY.minusDays(1), total(20_010));

        assertThat(doubts(history, Map.of("total", 20_010 + growth)).contains(GROWTH_ABOVE_AVERAGE))
                .isEqualTo(doubtful);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true"})
    void moreDigitsThanEverAreDoubtful(long value, boolean doubtful) {
        assertThat(doubts(history(1, 998), Map.of("total", value)).contains(MORE_DIGITS))
                .isEqualTo(doubtful);
    }

    @Test
    void aFirstReadIsNeverDoubtful() {
        assertThat(doubts(ReadHistory.EMPTY, Map.of("total", 999_999_999L, "colour", 0L)))
                .isEmpty();
    }

    @Test
    void theRatedVolumeSaysNothingAboutColour() {
        var history = ReadHistory.EMPTY.with(TODAY.minusDays(20), colour(12_000, 1_000));

        var doubts = submission(history, Map.of("total", 14_000L, "colour", 1_001L), 3025)
                .doubts();

        assertThat(doubts).isEmpty();
    }

    @Test
    void aRemoteReadInBetweenOutdatesTheToken() {
        new RegisterFixture()
                .given(rated(3025), read("2026-11-12", total(10_000)), remote(READ, "2026-11-22", total(11_000), null))
                .when(submit(Map.of("total", 20_000L), null, token(20_000, EARLIER)))
                .expectNoEvents();
    }

    private static String token(long total, ReadId previous) {
        return WarningToken.of(KEY, DEVICE, TODAY, total(total), previous).text();
    }

    private static ReadHistory history(int daysAgo, long total) {
        return ReadHistory.EMPTY.with(TODAY.minusDays(daysAgo), total(total));
    }

    private static Set<Doubt.Kind> doubts(ReadHistory history, Map<String, @Nullable Long> entered) {
        return submission(history, entered, null).doubts().stream()
                .map(Doubt::kind)
                .collect(Collectors.toSet());
    }

    private static Submission submission(
            ReadHistory history, Map<String, @Nullable Long> entered, @Nullable Integer rated) {
        var asked = entered.size() == 2 ? List.of(TOTAL, COLOUR) : List.<Counter>of(TOTAL);
        return new Submission(asked, rated, history, BillingMeter.AS_SHOWN, Set.of(), false, TODAY, entered, TODAY);
    }
}
