package io.platen.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which day it is in a service region.
 *
 * @param zones by region; UTC where none is named
 */
@ConfigurationProperties("platen.billing")
public record RegionalCalendar(Map<String, ZoneId> zones) {

    public LocalDate today(String region, Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zones.getOrDefault(region, ZoneOffset.UTC));
    }

    /** Where a day begins first; no region is ahead of it. */
    public static LocalDate latestToday(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
    }
}
