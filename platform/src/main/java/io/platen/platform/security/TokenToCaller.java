package io.platen.platform.security;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A verified token that does not say who calls is no good either. */
final class TokenToCaller implements Converter<Jwt, CallerAuthentication> {

    @Override
    public CallerAuthentication convert(Jwt token) {
        try {
            return new CallerAuthentication(CallerClaims.read(token.getSubject(), token.getClaims()), token);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token does not say who calls", e);
        }
    }
}
