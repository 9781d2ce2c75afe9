package io.platen.ticket.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When the desk of one region works (D-27). A local time that does not exist is one hour later, one that exists twice is
 * the first; results are instants.
 *
 * @param week the days that are worked
 * @param holidays dates of the zone that are not, whatever the day of the week
 */
public record ServiceCalendar(ZoneId zone, Map<DayOfWeek, OfficeHours> week, Set<LocalDate> holidays) {

    /** @throws IllegalArgumentException where no day is worked */
    public ServiceCalendar {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("A desk that never opens");
        }
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
    }

    /** That moment if the desk is open, else the next opening (D-26). */
    public Instant openFrom(Instant moment) {
        for (var day = dateOf(moment); ; day = day.plusDays(1)) {
            var hours = hoursOn(day);
            if (hours.isPresent() && moment.isBefore(at(day, hours.get().closes()))) {
                var opening = at(day, hours.get().opens());
                return moment.isBefore(opening) ? opening : moment;
            }
        }
    }

    /** When so much office time has gone by. */
    public Instant plus(Instant moment, Duration officeTime) {
        var from = openFrom(moment);
        var left = officeTime;
        while (true) {
            var closing = at(dateOf(from), hoursOn(dateOf(from)).orElseThrow().closes());
            var today = Duration.between(from, closing);
            if (left.compareTo(today) <= 0) {
                return from.plus(left);
            }
            left = left.minus(today);
            from = openFrom(closing);
        }
    }

    /** The same local time on a following open day, or its opening where the desk is closed at that time. */
    public Instant plusDays(Instant moment, int openDays) {
        var from = openFrom(moment).atZone(zone);
        var day = from.toLocalDate();
        for (int left = openDays; left > 0; ) {
            day = day.plusDays(1);
            if (hoursOn(day).isPresent()) {
                left--;
            }
        }
        var hours = hoursOn(day).orElseThrow();
        var time = from.toLocalTime();
        return at(day, hours.contains(time) ? time : hours.opens());
    }

    private Optional<OfficeHours> hoursOn(LocalDate day) {
        return holidays.contains(day) ? Optional.empty() : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }

    private LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
