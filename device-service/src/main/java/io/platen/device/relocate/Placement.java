package io.platen.device.relocate;

import io.platen.contracts.device.Location;
import io.platen.device.DeviceProblem;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a device stands, as it is sent in.
 *
 * @param country ISO 3166-1 alpha-2
 * @param timeZone an IANA name; the device's calendar days are counted in it
 * @param effectiveOn the first day at the location; today where it is absent
 */
public record Placement(
        @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
        String site,

        @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
        String street,

        @NotBlank @Size(max = 20) @Pattern(regexp = PlainText.REGEX)
        String postalCode,

        @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
        String city,

        @NotNull @Pattern(regexp = "[A-Z]{2}") String country,

        @Size(max = 50) @Pattern(regexp = PlainText.REGEX) @Nullable
        String room,

        @NotBlank @Size(max = 60) String timeZone,
        @Nullable LocalDate effectiveOn) {

    private static final int DAYS_AROUND_TODAY = 366;

    /**
     * @param path of this object in the request, empty or ending in a point
     * @throws Rejected where the zone does not exist
     */
    public Location location(String path) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(path + "timeZone", DeviceProblem.TIME_ZONE_UNKNOWN, Map.of("value", timeZone));
        }
        return new Location(
                site.strip(),
                street.strip(),
                postalCode.strip(),
                city.strip(),
                country,
                room == null || room.isBlank() ? null : room.strip(),
                ZoneId.of(timeZone));
    }

    /** @throws Rejected where the day is more than a year away */
    public LocalDate from(String path, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), location(path).timeZone());
        var day = effectiveOn == null ? today : effectiveOn;
        if (day.isBefore(today.minusDays(DAYS_AROUND_TODAY)) || day.isAfter(today.plusDays(DAYS_AROUND_TODAY))) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(path + "effectiveOn", FieldProblem.OUT_OF_RANGE, Map.of());
        }
        return day;
    }
}
