package io.platen.notification.notice;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told.
 *
 * @param source the event that it comes from
 * @param requester whose ticket it is
 */
public record Announcement(
        Notice notice,
        EventMetadata source,
        AccountId account,
        @Nullable DeviceId device,
        @Nullable UserId requester,
        Map<Fact, String> facts) {}
