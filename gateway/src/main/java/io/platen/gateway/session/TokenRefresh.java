package io.platen.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a session a token that is good. A refresh token is good for one use, so one request refreshes and the others of
 * the session, in whatever gateway instance, wait for it. The lock is an advisory one: a locked row would give the
 * transaction an id and hold up every reader of the event stores while identity-service answers.
 */
@Component
class TokenRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRefresh.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final SessionTokens tokens;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> identity;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    TokenRefresh(
            SessionTokens tokens,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> identity,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.tokens = tokens;
        this.identity = identity;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param isOutdated whether rights changed since a token of that time; it is refreshed then
     * @return empty when the session is over
     */
    Optional<OAuth2AuthorizedClient> goodTokens(UUID key, java.util.function.Predicate<Instant> isOutdated) {
        var known = tokens.find(key);
        if (known.isEmpty() || isGood(known.get(), isOutdated)) {
            return known;
        }
        return Optional.ofNullable(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(key.toString())
                    .query((row, n) -> n)
                    .list();
            var now = tokens.find(key);
            return now.isEmpty() || isGood(now.get(), isOutdated)
                    ? now.orElse(null)
                    : refresh(key, now.get()).orElse(null);
        }));
    }

    private Optional<OAuth2AuthorizedClient> refresh(UUID key, OAuth2AuthorizedClient old) {
        var refresh = old.getRefreshToken();
        if (refresh == null) {
            tokens.remove(key);
            return Optional.empty();
        }
        try {
            var answer = identity.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(old.getClientRegistration(), old.getAccessToken(), refresh));
            var next = answer.getRefreshToken();
            var fresh = new OAuth2AuthorizedClient(
                    old.getClientRegistration(),
                    old.getPrincipalName(),
                    answer.getAccessToken(),
                    next == null ? refresh : next);
            tokens.save(key, fresh);
            return Optional.of(fresh);
        } catch (OAuth2AuthorizationException e) {
            var code = e.getError().getErrorCode();
            if (code.equals("invalid_grant") || code.equals("invalid_token")) {
                LOG.info("The session of {} is over: {}", old.getPrincipalName(), code);
                tokens.remove(key);
                return Optional.empty();
            }
            // identity-service is away; what is still good for the services will do
            return isExpired(old) ? unavailable(e) : Optional.of(old);
        }
    }

    private static Optional<OAuth2AuthorizedClient> unavailable(RuntimeException cause) {
        throw new IdentityUnavailable(cause);
    }

    private boolean isGood(OAuth2AuthorizedClient client, java.util.function.Predicate<Instant> isOutdated) {
        var access = client.getAccessToken();
        var issued = access.getIssuedAt();
        var expires = access.getExpiresAt();
        return expires != null
                && clock.instant().plus(MARGIN).isBefore(expires)
                && (issued == null || !isOutdated.test(issued));
    }

    private boolean isExpired(OAuth2AuthorizedClient client) {
        var expires = client.getAccessToken().getExpiresAt();
        return expires == null || !clock.instant().isBefore(expires);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetAbandoned() {
        tokens.removeUnchangedSince(clock.instant().minus(Duration.ofDays(2)));
    }

    /** Nobody can say whether the session is still good. */
    static final class IdentityUnavailable extends RuntimeException {
        IdentityUnavailable(Throwable cause) {
            super(cause);
        }
    }
}
