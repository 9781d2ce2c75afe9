package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.BLACK_WHITE;
import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.READ;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.reports;
import static io.platen.meter.reading.RegisterFixture.stands;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterEvent.RemoteCountersRecorded;
import io.platen.meter.reading.MeterEvent.RemoteCountersRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MET-36: what a machine tells by itself. */
class RemoteCountersTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final RegisterFixture register = new RegisterFixture().at("2026-11-22T12:00:00Z");

    @Test
    void aReportIsARead() {
        register.given(opened(TOTAL))
                .when(reports("2026-11-22T11:59:00Z", total(1000)))
                .expectEvents(recorded(total(1000), TODAY, null));
    }

    @Test
    void theLastOfADayReplacesTheOneBefore() {
        register.given(opened(TOTAL), remote(EARLIER, "2026-11-22", total(1000), null))
                .when(reports("2026-11-22T11:59:00Z", total(1001)))
                .expectEvents(recorded(total(1001), TODAY, EARLIER));
    }

    @Test
    void theSameAgainOnTheSameDayIsNoNews() {
        register.given(opened(TOTAL), remote(EARLIER, "2026-11-22", total(1000), null))
                .when(reports("2026-11-22T11:59:00Z", total(1000)))
                .expectNoEvents();
    }

    @Test
    void theSameOnTheNextDayIsARead() {
        register.given(opened(TOTAL), remote(EARLIER, "2026-11-21", total(1000), null))
                .when(reports("2026-11-22T11:59:00Z", total(1000)))
                .expectEvents(recorded(total(1000), TODAY, null));
    }

    @Test
    void aReadOfTheCustomerIsNotReplaced() {
        register.given(opened(TOTAL), read("2026-11-22", total(1000)))
                .when(reports("2026-11-22T11:59:00Z", total(1001)))
                .expectEvents(recorded(total(1001), TODAY, null));
    }

    @Test
    void aReportBesideTheCustomersReadOfTheSameValueIsKept() {
        register.given(
                        opened(TOTAL),
                        remote(EARLIER, "2026-11-22", total(1000), null),
                        read(ReadId.random(), "2026-11-22", "2026-11-22", total(1001)))
                .when(reports("2026-11-22T11:59:00Z", total(1001)))
                .expectEvents(recorded(total(1001), TODAY, EARLIER));
    }

    @Test
    void theDayIsTheDevicesDayAtTheTimeOfTheReport() {
        register.given(opened(TOTAL), stands("Pacific/Kiritimati", "2020-01-01"))
                .when(reports("2026-11-22T11:59:00Z", total(1000)))
                .expectEvents(recorded(total(1000), LocalDate.parse("2026-11-23"), null));
    }

    @Test
    void aLowerCounterIsToldOnceADayAndNeverFails() {
        var refused = new RemoteCountersRefused(
                DEVICE, ReadRejection.METER_LOWER_THAN_PREVIOUS, total(999), TODAY, total(1000));

        register.given(opened(TOTAL), read("2026-11-22", total(1000)))
                .when(reports("2026-11-22T11:59:00Z", total(999)))
                .expectEvents(refused);
        new RegisterFixture()
                .at("2026-11-22T12:00:00Z")
                .given(opened(TOTAL), read("2026-11-22", total(1000)), refused)
                .when(reports("2026-11-22T11:59:30Z", total(998)))
                .expectNoEvents();
        new RegisterFixture()
                .at("2026-11-23T12:00:00Z")
                .given(opened(TOTAL), read("2026-11-22", total(1000)), refused)
                .when(reports("2026-11-23T11:59:30Z", total(999)))
                .expectEvents(new RemoteCountersRefused(
                        DEVICE, ReadRejection.METER_LOWER_THAN_PREVIOUS, total(999), TODAY.plusDays(1), total(1000)));
    }

    @Test
    void moreColourThanTotalIsRefused() {
        register.given(opened(TOTAL, COLOUR))
                .when(reports("2026-11-22T11:59:00Z", colour(10, 11)))
                .expectEvents(new RemoteCountersRefused(
                        DEVICE, ReadRejection.COLOUR_ABOVE_TOTAL, colour(10, 11), TODAY, Counters.NONE));
    }

    @Test
    void aReportFromTheFutureOrFromBeforeTheLastReadIsPassedOver() {
        register.given(opened(TOTAL))
                .when(reports("2026-11-23T00:00:00Z", total(1000)))
                .expectNoEvents()
                .expectResultMessagePayload(ReadOutcome.PASSED_OVER);
        new RegisterFixture()
                .given(opened(TOTAL), read("2026-11-22", total(1000)))
                .when(reports("2026-11-21T23:59:59Z", total(1001)))
                .expectNoEvents()
                .expectResultMessagePayload(ReadOutcome.PASSED_OVER);
    }

    @Test
    void countersAreSaidInThoseOfTheModel() {
        assertThat(mapped(List.of(TOTAL), Map.of(TOTAL, 10L, COLOUR, 4L))).isEqualTo(total(10));
        assertThat(mapped(List.of(TOTAL), Map.of(BLACK_WHITE, 6L, COLOUR, 4L))).isEqualTo(total(10));
        assertThat(mapped(List.of(TOTAL, COLOUR), Map.of(TOTAL, 10L, BLACK_WHITE, 6L)))
                .isEqualTo(colour(10, 4));
        assertThat(mapped(List.of(BLACK_WHITE, COLOUR), Map.of(TOTAL, 10L, COLOUR, 4L)))
                .isEqualTo(new Counters(Map.of(BLACK_WHITE, 6L, COLOUR, 4L)));
        assertThat(mapped(List.of(BLACK_WHITE), Map.of(TOTAL, 10L))).isEqualTo(new Counters(Map.of(BLACK_WHITE, 10L)));
    }

    @Test
    void aCounterBeginsAtZeroAndEndsBeforeTheValueThatStandsForNone() {
        assertThat(mapped(List.of(TOTAL), Map.of(TOTAL, 0L))).isEqualTo(total(0));
        assertThat(mapped(List.of(TOTAL), Map.of(TOTAL, 4_294_967_294L))).isEqualTo(total(4_294_967_294L));
    }

    @Test
    void nothingIsInvented() {
        assertThat(mapped(List.of(BLACK_WHITE, COLOUR), Map.of(TOTAL, 10L))).isEqualTo(Counters.NONE);
        assertThat(mapped(List.of(TOTAL, COLOUR), Map.of(TOTAL, 10L))).isEqualTo(total(10));
        assertThat(mapped(List.of(TOTAL), Map.of(COLOUR, 10L))).isEqualTo(Counters.NONE);
        assertThat(mapped(List.of(TOTAL), Map.of(TOTAL, -2L))).isEqualTo(Counters.NONE);
        assertThat(mapped(List.of(TOTAL), Map.of(TOTAL, 4_294_967_295L))).isEqualTo(Counters.NONE);
        register.given(opened(TOTAL))
                .when(reports("2026-11-22T11:59:00Z", new Counters(Map.of(COLOUR, 3L))))
                .expectNoEvents();
    }

    private static Counters mapped(List<Counter> asked, Map<Counter, Long> reported) {
        return RemoteReport.inCountersOf(asked, new Counters(reported));
    }

    private static RemoteCountersRecorded recorded(Counters counters, LocalDate readOn, @Nullable ReadId replaces) {
        return new RemoteCountersRecorded(
                READ, DEVICE, counters, readOn, Instant.parse("2026-11-22T12:00:00Z"), replaces);
    }
}
