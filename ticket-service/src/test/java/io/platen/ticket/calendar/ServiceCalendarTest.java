package io.platen.ticket.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Office hours in Amsterdam, Monday to Friday; 26 November 2026 is a Thursday. */
class ServiceCalendarTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<DayOfWeek> WEEKDAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

    private final ServiceCalendar office = calendar(WEEKDAYS, "08:00", "17:00");

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({
        "2026-11-26T10:00, 2026-11-26T10:00",
        "2026-11-26T08:00, 2026-11-26T08:00",
        "2026-11-26T07:59:59, 2026-11-26T08:00",
        "2026-11-26T16:59:59, 2026-11-26T16:59:59",
        "2026-11-26T17:00, 2026-11-27T08:00",
        "2026-11-26T23:30, 2026-11-27T08:00",
        "2026-11-27T17:00, 2026-11-30T08:00",
        "2026-11-28T12:00, 2026-11-30T08:00",
        "2026-11-29T23:59, 2026-11-30T08:00"
    })
    void clocksStartWhenTheDeskIsOpen(String moment, String opening) {
        assertThat(office.openFrom(local(moment))).isEqualTo(local(opening));
    }

    @ParameterizedTest(name = "{0} and {1} min is {2}")
    @CsvSource({
        "2026-11-26T10:00, 15, 2026-11-26T10:15",
        "2026-11-26T16:45, 15, 2026-11-26T17:00",
        "2026-11-26T16:50, 15, 2026-11-27T08:05",
        "2026-11-27T16:50, 60, 2026-11-30T08:50",
        "2026-11-28T03:00, 15, 2026-11-30T08:15",
        "2026-11-26T20:00, 60, 2026-11-27T09:00",
        "2026-11-26T08:00, 540, 2026-11-26T17:00",
        "2026-11-26T08:00, 1140, 2026-11-30T09:00",
        "2026-11-26T06:00, 0, 2026-11-26T08:00"
    })
    void minutesAreOfficeMinutes(String moment, long minutes, String then) {
        assertThat(office.plus(local(moment), Duration.ofMinutes(minutes))).isEqualTo(local(then));
    }

    @ParameterizedTest(name = "{0} and {1} d is {2}")
    @CsvSource({
        "2026-11-26T10:00, 1, 2026-11-27T10:00",
        "2026-11-26T10:00, 2, 2026-11-30T10:00",
        "2026-11-27T16:30, 1, 2026-11-30T16:30",
        "2026-11-27T17:30, 1, 2026-12-01T08:00",
        "2026-11-28T12:00, 1, 2026-12-01T08:00",
        "2026-11-26T05:00, 1, 2026-11-27T08:00",
        "2026-11-28T12:00, 0, 2026-11-30T08:00"
    })
    void aDayIsTheSameTimeOnTheNextOpenDay(String moment, int days, String then) {
        assertThat(office.plusDays(local(moment), days)).isEqualTo(local(then));
    }

    /** Clocks go forward on 29 March 2026 and back on 25 October 2026, both Sundays. */
    @Test
    void theLocalTimeStaysWhenTheClocksChange() {
        assertThat(office.plusDays(Instant.parse("2026-03-27T09:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
        assertThat(office.plusDays(Instant.parse("2026-10-23T08:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
        assertThat(office.plus(Instant.parse("2026-03-27T15:50:00Z"), Duration.ofMinutes(15)))
                .isEqualTo(Instant.parse("2026-03-30T06:05:00Z"));
        assertThat(office.plus(Instant.parse("2026-10-23T14:50:00Z"), Duration.ofMinutes(15)))
                .isEqualTo(Instant.parse("2026-10-26T07:05:00Z"));
    }

    @Test
    void anHourThatIsMissingIsNotWorkedAndOneThatComesTwiceIs() {
        var nights = calendar(List.of(DayOfWeek.values()), "00:00", "06:00");

        assertThat(nights.plus(Instant.parse("2026-03-28T23:00:00Z"), Duration.ofHours(5)))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
        assertThat(nights.plus(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(7)))
                .isEqualTo(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void aLocalTimeThatDoesNotExistIsAnHourLaterAndOfTwoItIsTheFirst() {
        var early = calendar(List.of(DayOfWeek.values()), "02:30", "17:00");

        assertThat(early.openFrom(Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(early.openFrom(Instant.parse("2026-10-24T22:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(early.plusDays(Instant.parse("2026-03-28T01:30:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void holidaysAreDatesOfTheZone() {
        var christmas =
                new ServiceCalendar(AMSTERDAM, week(WEEKDAYS, "08:00", "17:00"), Set.of(LocalDate.parse("2026-12-25")));

        assertThat(christmas.openFrom(local("2026-12-25T10:00"))).isEqualTo(local("2026-12-28T08:00"));
        assertThat(christmas.plus(local("2026-12-24T16:59"), Duration.ofMinutes(15)))
                .isEqualTo(local("2026-12-28T08:14"));
        assertThat(christmas.plusDays(local("2026-12-24T09:30"), 1)).isEqualTo(local("2026-12-28T09:30"));
        assertThat(christmas.openFrom(Instant.parse("2026-12-24T23:30:00Z"))).isEqualTo(local("2026-12-28T08:00"));
    }

    /** The vector of the domain rules: 48 h over 12-hour days with two holidays end on the sixth day. */
    @Test
    void fortyEightHoursOverTwelveHourDaysWithTwoHolidays() {
        var long12 = new ServiceCalendar(
                AMSTERDAM,
                week(List.of(DayOfWeek.values()), "08:00", "20:00"),
                Set.of(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-25")));

        assertThat(long12.plus(local("2026-11-23T08:00"), Duration.ofDays(2))).isEqualTo(local("2026-11-28T20:00"));
    }

    @Test
    void aTimeAtWhichTheNextDayIsClosedIsItsOpening() {
        var week = new EnumMap<>(week(WEEKDAYS, "08:00", "17:00"));
        week.put(FRIDAY, new OfficeHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        var shortFriday = new ServiceCalendar(AMSTERDAM, week, Set.of());

        assertThat(shortFriday.plusDays(local("2026-11-26T14:00"), 1)).isEqualTo(local("2026-11-27T09:00"));
        assertThat(shortFriday.plusDays(local("2026-11-26T08:30"), 1)).isEqualTo(local("2026-11-27T09:00"));
        assertThat(shortFriday.plusDays(local("2026-11-26T11:59"), 1)).isEqualTo(local("2026-11-27T11:59"));
    }

    @Test
    void aDeskThatNeverOpensIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceCalendar(AMSTERDAM, Map.of(), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(LocalTime.of(17, 0), LocalTime.of(17, 0)));
    }

    @Test
    void aRegionThatNobodyConfiguredWorksByUtc() {
        var calendars = new ServiceCalendars(Map.of("NL", office));
        var eight = Instant.parse("2026-11-26T07:00:00Z");

        assertThat(calendars.of("NL").openFrom(eight)).isEqualTo(eight);
        assertThat(calendars.of("XX").openFrom(eight)).isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
        assertThat(calendars.of("XX").openFrom(Instant.parse("2026-11-28T08:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    private static ServiceCalendar calendar(List<DayOfWeek> days, String opens, String closes) {
        return new ServiceCalendar(AMSTERDAM, week(days, opens, closes), Set.of());
    }

    private static Map<DayOfWeek, OfficeHours> week(List<DayOfWeek> days, String opens, String closes) {
        var week = new EnumMap<DayOfWeek, OfficeHours>(DayOfWeek.class);
        days.forEach(day -> week.put(day, new OfficeHours(LocalTime.parse(opens), LocalTime.parse(closes))));
        return week;
    }

    private static Instant local(String time) {
        return java.time.LocalDateTime.parse(time).atZone(AMSTERDAM).toInstant();
    }
}
