package io.platen.gateway.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows without asking the database whose rights have changed, or who signed out, since his token was issued. Where a
 * person signs out of one browser, the other goes on with a new token.
 */
@Component
public class RightsWatch {

    private static final Set<String> CHANGES =
            Set.of("RoleAssigned", "StaffRoleAssigned", "UserFunctionsChanged", "UserDeactivated", "UserSignedOut");

    private final JdbcClient jdbc;
    private final Map<UUID, Instant> changed = new ConcurrentHashMap<>();
    private final Set<UUID> gone = ConcurrentHashMap.newKeySet();

    RightsWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person may not do anything any more. */
    public boolean isGone(UUID user) {
        return gone.contains(user);
    }

    /** Whether the rights changed after a token of that time; tokens know whole seconds only. */
    public boolean isOutdated(UUID user, Instant issuedAt) {
        var at = changed.get(user);
        return isGone(user) || (at != null && issuedAt.isBefore(at.truncatedTo(ChronoUnit.SECONDS)));
    }

    static boolean changesRights(LiveEvent event) {
        return CHANGES.contains(event.type());
    }

    void load() {
        jdbc.sql("select user_id, active, rights_changed_at from view_user where rights_changed_at is not null")
                .query((rows, n) -> {
                    note(
                            rows.getObject("user_id", UUID.class),
                            rows.getTimestamp("rights_changed_at").toInstant(),
                            !rows.getBoolean("active"));
                    return n;
                })
                .list();
    }

    void note(LiveEvent event) {
        var user = event.user();
        if (user != null && changesRights(event)) {
            note(user, event.occurredAt(), event.type().equals("UserDeactivated"));
        }
    }

    private void note(UUID user, Instant at, boolean deactivated) {
        changed.merge(user, at, (old, now) -> old.isAfter(now) ? old : now);
        if (deactivated) {
            gone.add(user);
        }
    }
}
