package io.platen.ticket;

import io.platen.ticket.calendar.OfficeHours;
import io.platen.ticket.calendar.ServiceCalendar;
import io.platen.ticket.calendar.ServiceCalendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code platen.calendar.<region>.*}
 *
 * @param calendar by service region
 */
@ConfigurationProperties("platen")
record RegionCalendars(@DefaultValue Map<String, Desk> calendar) {

    /** Days are names such as MONDAY, holidays dates of the zone. */
    record Desk(
            ZoneId zone,
            @DefaultValue("08:00") LocalTime opens,
            @DefaultValue("17:00") LocalTime closes,

            @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
            Set<DayOfWeek> days,

            @DefaultValue Set<LocalDate> holidays) {

        ServiceCalendar serviceCalendar() {
            var week = new EnumMap<DayOfWeek, OfficeHours>(DayOfWeek.class);
            days.forEach(day -> week.put(day, new OfficeHours(opens, closes)));
            return new ServiceCalendar(zone, week, holidays);
        }
    }

    ServiceCalendars calendars() {
        var byRegion = new HashMap<String, ServiceCalendar>();
        calendar.forEach((region, desk) -> byRegion.put(region, desk.serviceCalendar()));
        return new ServiceCalendars(byRegion);
    }
}
