package io.platen.notification.letter;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code platen.public-url} and the zones in {@code platen.calendar.<region>.zone}.
 *
 * @param publicUrl where people find the portal
 * @param calendar by service region, as ticket-service has it
 */
@ConfigurationProperties("platen")
public record PortalSettings(String publicUrl, @DefaultValue Map<String, Calendar> calendar) {

    /** Only the zone matters here. */
    public record Calendar(ZoneId zone) {}

    ZoneId zoneOf(String region) {
        return calendar.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(region))
                .map(entry -> entry.getValue().zone())
                .findFirst()
                .orElse(ZoneId.of("UTC"));
    }

    String url(String path) {
        return (publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl) + path;
    }
}
