package io.platen.ticket.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The calendar of each service region; a region that nobody configured works Monday to Friday by UTC. */
public record ServiceCalendars(Map<String, ServiceCalendar> byRegion) {

    private static final ServiceCalendar OTHERWISE = mondayToFriday();

    public ServiceCalendars {
        byRegion = Map.copyOf(byRegion);
    }

    public ServiceCalendar of(String region) {
        return byRegion.getOrDefault(region, OTHERWISE);
    }

    private static ServiceCalendar mondayToFriday() {
        var week = new EnumMap<DayOfWeek, OfficeHours>(DayOfWeek.class);
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.put(day, new OfficeHours(LocalTime.of(8, 0), LocalTime.of(17, 0)));
        }
        return new ServiceCalendar(ZoneOffset.UTC, week, Set.of());
    }
}
