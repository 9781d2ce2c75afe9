package io.platen.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/**
 * The tokens behind a browser's session. They lie in a table of their own under a key that the session holds: a session
 * is read once per request and would show a request that waited the tokens from before.
 */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

    private static final String KEY = "platen.tokens";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ClientRegistration registration;

    SessionTokens(JdbcClient jdbc, Clock clock, ClientRegistration registration) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.registration = registration;
    }

    static Optional<UUID> keyOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof UUID key ? Optional.of(key) : Optional.empty();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface asks for it; there is one kind
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request) {
        return (T) keyOf(request).flatMap(this::find).orElse(null);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var key = UUID.randomUUID();
        request.getSession().setAttribute(KEY, key);
        save(key, client);
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        keyOf(request).ifPresent(this::remove);
    }

    boolean exists(UUID key) {
        return !jdbc.sql("select 1 from session_token where key = ?")
                .param(key)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    Optional<OAuth2AuthorizedClient> find(UUID key) {
        return jdbc.sql("select * from session_token where key = ?")
                .param(key)
                .query(this::client)
                .optional();
    }

    void save(UUID key, OAuth2AuthorizedClient client) {
        var access = client.getAccessToken();
        var refresh = client.getRefreshToken();
        jdbc.sql("""
                        insert into session_token (key, principal_name, access_token, access_token_issued_at,
                            access_token_expires_at, scopes, refresh_token, refresh_token_issued_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (key) do update set access_token = excluded.access_token,
                            access_token_issued_at = excluded.access_token_issued_at,
                            access_token_expires_at = excluded.access_token_expires_at, scopes = excluded.scopes,
                            refresh_token = excluded.refresh_token,
                            refresh_token_issued_at = excluded.refresh_token_issued_at, changed_at = excluded.changed_at
                        """)
                .params(Arrays.asList(
                        key,
                        client.getPrincipalName(),
                        access.getTokenValue(),
                        at(access.getIssuedAt()),
                        at(access.getExpiresAt()),
                        String.join(" ", access.getScopes()),
                        refresh == null ? null : refresh.getTokenValue(),
                        refresh == null ? null : at(refresh.getIssuedAt()),
                        at(clock.instant())))
                .update();
    }

    void remove(UUID key) {
        jdbc.sql("delete from session_token where key = ?").param(key).update();
    }

    /** Of sessions that were never signed out of. */
    int removeUnchangedSince(Instant when) {
        return jdbc.sql("delete from session_token where changed_at < ?")
                .param(Timestamp.from(when))
                .update();
    }

    private OAuth2AuthorizedClient client(ResultSet row, int number) throws SQLException {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                row.getString("access_token"),
                row.getTimestamp("access_token_issued_at").toInstant(),
                row.getTimestamp("access_token_expires_at").toInstant(),
                Set.of(row.getString("scopes").split(" ")));
        var refresh = row.getString("refresh_token");
        var issued = row.getTimestamp("refresh_token_issued_at");
        return new OAuth2AuthorizedClient(
                registration,
                row.getString("principal_name"),
                access,
                refresh == null ? null : new OAuth2RefreshToken(refresh, issued == null ? null : issued.toInstant()));
    }

    private Timestamp at(@Nullable Instant instant) {
        return Timestamp.from(instant == null ? clock.instant() : instant);
    }
}
