package io.platen.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.testing.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionalCalendarTest {

    @Test
    void theDayIsTheRegionsDay() {
        var clock = new MutableClock();
        clock.set(Instant.parse("2026-12-31T23:30:00Z"));
        var calendar =
                new RegionalCalendar(Map.of("NL", ZoneId.of("Europe/Amsterdam"), "PT", ZoneId.of("Europe/Lisbon")));

        assertThat(calendar.today("NL", clock)).isEqualTo(LocalDate.parse("2027-01-01"));
        assertThat(calendar.today("PT", clock)).isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(calendar.today("elsewhere", clock)).isEqualTo(LocalDate.parse("2026-12-31"));
    }
}
