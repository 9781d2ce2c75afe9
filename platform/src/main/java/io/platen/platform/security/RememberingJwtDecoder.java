package io.platen.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.ConcurrentLruCache;

/**
 * Checks a token's signature once a minute rather than with each of its requests; issuer and times are checked each time.
 * A key that is withdrawn is thereby believed for a minute longer, as are the keys themselves.
 */
final class RememberingJwtDecoder implements JwtDecoder {

    private static final int TOKENS = 4_000;
    private static final Duration SIGNATURE_STAYS_GOOD = Duration.ofMinutes(1);

    private final ConcurrentLruCache<String, Verified> verified;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Clock clock;

    private record Verified(Jwt jwt, Instant at) {}

    /** @param signatures checks them, and everything else once */
    RememberingJwtDecoder(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
        this.verified =
                new ConcurrentLruCache<>(TOKENS, token -> new Verified(signatures.decode(token), clock.instant()));
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.get(token);
        if (known.at().plus(SIGNATURE_STAYS_GOOD).isBefore(clock.instant())) {
            verified.remove(token);
            known = verified.get(token);
        }
        var result = validator.validate(known.jwt());
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is no longer good", result.getErrors());
        }
        return known.jwt();
    }
}
