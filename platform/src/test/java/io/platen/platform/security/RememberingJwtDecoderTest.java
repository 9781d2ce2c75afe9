package io.platen.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.platform.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberingJwtDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final MutableClock clock = stopped();
    private final AtomicInteger signatures = new AtomicInteger();
    private final RememberingJwtDecoder decoder = decoder();

    private static MutableClock stopped() {
        var clock = new MutableClock();
        clock.set(NOW);
        return clock;
    }

    private RememberingJwtDecoder decoder() {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        return new RememberingJwtDecoder(
                token -> {
                    signatures.incrementAndGet();
                    if (token.equals("forged")) {
                        throw new BadJwtException("signature");
                    }
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("anna")
                            .issuedAt(NOW)
                            .expiresAt(NOW.plusSeconds(90))
                            .build();
                },
                times,
                clock);
    }

    @Test
    void aSignatureIsCheckedOnceAMinute() {
        decoder.decode("good");
        decoder.decode("good");
        assertThat(signatures).hasValue(1);
        clock.advance(Duration.ofSeconds(61));
        decoder.decode("good");
        assertThat(signatures).hasValue(2);
    }

    @Test
    void anExpiredTokenIsRefusedThoughItsSignatureIsKnown() {
        decoder.decode("good");
        clock.advance(Duration.ofSeconds(45));
        decoder.decode("good");
        clock.advance(Duration.ofSeconds(46));
        assertThatThrownBy(() -> decoder.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void aForgedTokenIsForgedEachTime() {
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(signatures).hasValue(2);
    }
}
