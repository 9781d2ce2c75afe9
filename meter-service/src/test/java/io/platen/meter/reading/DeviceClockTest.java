package io.platen.meter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a day of the device's calendar begins. */
class DeviceClockTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam,    2026-03-29, 2026-03-28T23:00:00Z", // clocks go forward that day
        "Europe/Amsterdam,    2026-03-30, 2026-03-29T22:00:00Z",
        "Europe/Amsterdam,    2026-10-25, 2026-10-24T22:00:00Z", // and back
        "Europe/Amsterdam,    2026-10-26, 2026-10-25T23:00:00Z",
        "America/Los_Angeles, 2026-11-01, 2026-11-01T07:00:00Z",
        "America/Los_Angeles, 2026-11-02, 2026-11-02T08:00:00Z",
        "America/Santiago,    2026-09-06, 2026-09-06T04:00:00Z", // midnight itself is left out
        "Pacific/Kiritimati,  2026-11-26, 2026-11-25T10:00:00Z",
        "Pacific/Apia,        2011-12-30, 2011-12-30T10:00:00Z", // the day that Samoa left out
        "Pacific/Apia,        2026-11-26, 2026-11-25T11:00:00Z",
    })
    void aDayBeginsWhereTheDeviceStands(String zone, LocalDate day, Instant begins) {
        var clock = DeviceClock.UNKNOWN.moved(ZoneId.of(zone), LocalDate.parse("2000-01-01"));

        assertThat(clock.startOf(day)).isEqualTo(begins);
        assertThat(clock.dayOf(begins)).isAfterOrEqualTo(day);
        assertThat(clock.dayOf(begins.minusNanos(1))).isBefore(day);
    }

    @ParameterizedTest
    @CsvSource({
        // east over the date line: the new calendar is ahead
        "America/Los_Angeles, Pacific/Apia,        2026-12-03, 2026-12-02, 2026-12-02T08:00:00Z",
        "America/Los_Angeles, Pacific/Apia,        2026-12-03, 2026-12-03, 2026-12-02T11:00:00Z",
        "America/Los_Angeles, Pacific/Apia,        2026-12-03, 2026-12-04, 2026-12-03T11:00:00Z",
        // and west: until the move, days begin where it stood
        "Pacific/Kiritimati,  America/Los_Angeles, 2026-12-03, 2026-12-03, 2026-12-02T10:00:00Z",
        "Pacific/Kiritimati,  America/Los_Angeles, 2026-12-03, 2026-12-05, 2026-12-05T08:00:00Z",
        // an announced move that has not begun
        "Europe/Amsterdam,    Europe/Lisbon,       2026-12-10, 2026-12-05, 2026-12-04T23:00:00Z",
        "Europe/Amsterdam,    Europe/Lisbon,       2026-12-10, 2026-12-12, 2026-12-12T00:00:00Z",
    })
    void aMovedDevicesDaysBeginWhereItStandsThen(
            String before, String after, LocalDate from, LocalDate day, Instant begins) {
        var clock = DeviceClock.UNKNOWN
                .moved(ZoneId.of(before), LocalDate.parse("2000-01-01"))
                .moved(ZoneId.of(after), from);

        assertThat(clock.startOf(day)).isEqualTo(begins);
        assertThat(clock.dayOf(begins)).isAfterOrEqualTo(day);
    }

    /** A device that has moved twice stands where the last move that has begun took it. */
    @Test
    void aSecondMoveSetsOutFromWhereTheFirstLed() {
        var lisbon = DeviceClock.UNKNOWN
                .moved(ZoneId.of("Europe/Amsterdam"), LocalDate.parse("2000-01-01"))
                .moved(ZoneId.of("Asia/Tokyo"), LocalDate.parse("2026-11-10"))
                .moved(ZoneId.of("Europe/Lisbon"), LocalDate.parse("2026-11-20"));

        assertThat(lisbon.dayOf(Instant.parse("2026-11-15T16:00:00Z"))).isEqualTo(LocalDate.parse("2026-11-16"));
        assertThat(lisbon.dayOf(Instant.parse("2026-11-25T16:00:00Z"))).isEqualTo(LocalDate.parse("2026-11-25"));
    }

    @Test
    void anAnnouncedMoveIsForgottenWhereAnotherComesBeforeIt() {
        var lisbon = DeviceClock.UNKNOWN
                .moved(ZoneId.of("Europe/Amsterdam"), LocalDate.parse("2000-01-01"))
                .moved(ZoneId.of("Asia/Tokyo"), LocalDate.parse("2026-11-20"))
                .moved(ZoneId.of("Europe/Lisbon"), LocalDate.parse("2026-11-10"));

        assertThat(lisbon.dayOf(Instant.parse("2026-11-05T23:30:00Z"))).isEqualTo(LocalDate.parse("2026-11-06"));
        assertThat(lisbon.dayOf(Instant.parse("2026-11-25T16:00:00Z"))).isEqualTo(LocalDate.parse("2026-11-25"));
    }
}
