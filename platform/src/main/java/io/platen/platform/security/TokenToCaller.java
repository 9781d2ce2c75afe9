package io.platen.platform.security;

import io.platen.platform.database.DatabaseFaults;
import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A verified token that does not say who calls, or names one who is gone, is no good either. */
final class TokenToCaller implements Converter<Jwt, CallerAuthentication> {

    private final CurrentRights rights;

    TokenToCaller(CurrentRights rights) {
        this.rights = rights;
    }

    @Override
    public CallerAuthentication convert(Jwt token) {
        try {
            return rights.of(CallerClaims.read(token.getSubject(), token.getClaims()))
                    .map(caller -> new CallerAuthentication(caller, token))
                    .orElseThrow(() -> new InvalidBearerTokenException("The caller may not do anything any more"));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token does not say who calls", e);
        } catch (DataAccessException e) {
            if (DatabaseFaults.isOutage(e)) {
                throw new AuthenticationServiceException("What the caller may do cannot be looked up", e);
            }
            throw e;
        }
    }
}
