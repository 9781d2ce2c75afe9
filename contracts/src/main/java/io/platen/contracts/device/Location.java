package io.platen.contracts.device;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where a device stands, with the zone its calendar days are counted in. */
public record Location(
        String site,
        String street,
        String postalCode,
        String city,
        String country,
        @Nullable String room,
        ZoneId timeZone) {}
