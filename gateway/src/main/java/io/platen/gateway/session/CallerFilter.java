package io.platen.gateway.session;

import io.platen.gateway.live.RightsWatch;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.CallerAuthentication;
import io.platen.platform.security.CallerClaims;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser's session and a machine's token come to the same caller from here on. Whose rights changed since his token
 * was issued goes on with a new one, or not at all.
 */
final class CallerFilter extends OncePerRequestFilter {

    private final TokenRefresh refresh;
    private final SessionTokens tokens;
    private final JwtDecoder decoder;
    private final RightsWatch rights;

    CallerFilter(TokenRefresh refresh, SessionTokens tokens, JwtDecoder decoder, RightsWatch rights) {
        this.refresh = refresh;
        this.tokens = tokens;
        this.decoder = decoder;
        this.rights = rights;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (authentication instanceof OAuth2AuthenticationToken session) {
                become(callerOf(session, request), session);
            } else if (authentication instanceof CallerAuthentication machine && isOutdated(machine)) {
                become(null, authentication);
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
        } catch (TokenRefresh.IdentityUnavailable | JwtException e) {
            Problems.write(request, response, Rejected.of(CommonProblem.SERVICE_UNAVAILABLE));
            return;
        }
        chain.doFilter(request, response);
    }

    private static void become(@org.jspecify.annotations.Nullable CallerAuthentication caller, Authentication before) {
        // For this request only: what the session holds stays as it is.
        var context = new SecurityContextImpl();
        if (caller != null) {
            caller.setDetails(before.getDetails());
            context.setAuthentication(caller);
        }
        SecurityContextHolder.setContext(context);
    }

    private @org.jspecify.annotations.Nullable CallerAuthentication callerOf(
            OAuth2AuthenticationToken session, HttpServletRequest request) {
        var key = SessionTokens.keyOf(request);
        if (key.isEmpty()) {
            return null;
        }
        var user = userOf(session);
        if (user != null && rights.isGone(user)) {
            tokens.remove(key.get());
            return null;
        }
        var good = refresh.goodTokens(key.get(), issuedAt -> user != null && rights.isOutdated(user, issuedAt));
        if (good.isEmpty()) {
            return null;
        }
        request.setAttribute(SignedIn.SESSION_ALIVE, (BooleanSupplier) () -> tokens.exists(key.get()));
        var jwt = decoder.decode(good.get().getAccessToken().getTokenValue());
        return new CallerAuthentication(CallerClaims.read(jwt.getSubject(), jwt.getClaims()), jwt);
    }

    private boolean isOutdated(CallerAuthentication machine) {
        var caller = machine.caller();
        if (caller.kind() == Caller.Kind.AGENT) {
            return false;
        }
        var issuedAt = machine.getCredentials() instanceof Jwt jwt ? jwt.getIssuedAt() : null;
        return rights.isOutdated(caller.userId().value(), issuedAt == null ? Instant.MAX : issuedAt);
    }

    private static @org.jspecify.annotations.Nullable UUID userOf(OAuth2AuthenticationToken session) {
        try {
            return UUID.fromString(session.getName());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
