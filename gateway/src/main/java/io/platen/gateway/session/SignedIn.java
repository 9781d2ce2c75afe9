package io.platen.gateway.session;

import io.platen.platform.security.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a long answer asks about its reader while it goes on. */
public final class SignedIn {

    /** Set on a session's request: whether the session still exists. */
    static final String SESSION_ALIVE = SignedIn.class.getName() + ".alive";

    private static final long LOOK_NANOS = 5_000_000_000L;

    private final UUID user;
    private final Instant issuedAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable BooleanSupplier sessionAlive;
    private final Clock clock;
    private long lookedAt = System.nanoTime();

    private SignedIn(
            UUID user,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable BooleanSupplier sessionAlive,
            Clock clock) {
        this.user = user;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.sessionAlive = sessionAlive;
        this.clock = clock;
    }

    /** @throws IllegalStateException where nobody is signed in */
    public static SignedIn of(HttpServletRequest request, Clock clock) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            var token = caller.getCredentials() instanceof Jwt jwt ? jwt : null;
            var issuedAt = token == null ? null : token.getIssuedAt();
            return new SignedIn(
                    caller.caller().userId().value(),
                    issuedAt == null ? clock.instant() : issuedAt,
                    token == null ? null : token.getExpiresAt(),
                    request.getAttribute(SESSION_ALIVE) instanceof BooleanSupplier alive ? alive : null,
                    clock);
        }
        throw new IllegalStateException("Nobody is signed in");
    }

    public UUID user() {
        return user;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** A machine's token lives until it expires, a browser's session until its sign-out. */
    public boolean isOver() {
        var alive = sessionAlive;
        if (alive != null) {
            if (System.nanoTime() - lookedAt < LOOK_NANOS) {
                return false;
            }
            lookedAt = System.nanoTime();
            return !alive.getAsBoolean();
        }
        return expiresAt != null && clock.instant().isAfter(expiresAt);
    }
}
