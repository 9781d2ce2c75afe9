package io.platen.device.machine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract includes for a device today (DEV-40).
 *
 * @param contractNumber absent where no contract covers the device
 * @param until the last day
 */
public record Coverage(
        @Nullable String contractNumber, @Nullable LocalDate until, boolean maintenance, boolean supplies) {

    public static final Coverage NONE = new Coverage(null, null, false, false);
}
