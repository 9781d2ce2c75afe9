package io.platen.notification.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words, with the zone named (D-27). */
final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DateTimeFormatter day;
    private final DateTimeFormatter zoneName;
    private final ZoneId zone;

    /** @param dayPattern as the language writes a day */
    Times(String dayPattern, Locale language, ZoneId zone) {
        var locale = switch (language.getLanguage()) {
            case "pt" -> Locale.of("pt", "PT");
            case "nl" -> Locale.of("nl", "NL");
            default -> Locale.UK;
        };
        this.day = DateTimeFormatter.ofPattern(dayPattern, locale);
        this.zoneName = DateTimeFormatter.ofPattern("zzzz", locale);
        this.zone = zone;
    }

    String time(Instant instant) {
        var local = instant.atZone(zone);
        return day.format(local) + ", " + CLOCK.format(local) + named(local);
    }

    String window(Instant from, Instant until) {
        var begin = from.atZone(zone);
        var end = until.atZone(zone);
        var sameDay = begin.toLocalDate().equals(end.toLocalDate());
        return day.format(begin) + ", " + CLOCK.format(begin) + " – " + (sameDay ? "" : day.format(end) + ", ")
                + CLOCK.format(end) + named(end);
    }

    private String named(ZonedDateTime local) {
        return " (" + zoneName.format(local) + ")";
    }
}
