package io.platen.notification.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person as a message reaches him.
 *
 * @param device model and serial number of the device that the message is about, where he may see it
 * @param account the name of the account
 * @param region its service region, which sets the zone of times
 */
public record Reader(
        String email,
        String name,
        Locale language,
        @Nullable String device,
        String account,
        String region) {}
