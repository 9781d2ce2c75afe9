package io.platen.identity.token;

import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.UserId;
import io.platen.platform.security.Caller;
import io.platen.platform.security.CallerClaims;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Signs with the newest key and puts the caller into access tokens. */
@Component
class PlatenClaim implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final SigningKeys keys;
    private final CallerOf callers;

    PlatenClaim(SigningKeys keys, CallerOf callers) {
        this.keys = keys;
        this.callers = callers;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.currentId());
        var caller = caller(context);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().claim(CallerClaims.CLAIM, plain(CallerClaims.write(caller)));
        } else {
            context.getClaims().claim("name", caller.name()).claim("locale", caller.language());
        }
    }

    private Caller caller(JwtEncodingContext context) {
        var name =
                Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
        try {
            var caller = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                    ? callers.agent(AgentId.of(name))
                    : callers.user(UserId.of(name));
            return caller.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        } catch (IllegalArgumentException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    /** The authorization's row is read back by type, and immutable collections are not among the types it takes. */
    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, entry) -> copy.put(String.valueOf(key), plain(entry)));
                yield copy;
            }
            case Collection<?> collection -> {
                var copy = new ArrayList<Object>();
                collection.forEach(entry -> copy.add(plain(entry)));
                yield copy;
            }
            default -> value;
        };
    }
}
