package io.platen.platform.testing;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What {@link PlatenIT} puts in place of the issuer and of the clock. */
@TestConfiguration(proxyBeanMethods = false)
class PlatenTestConfiguration {

    /** Takes the tests' tokens, and those of the service itself where it issues any. */
    @Bean
    @Primary
    JwtDecoder testTokenDecoder(ObjectProvider<JwtDecoder> decoders) {
        var own = NimbusJwtDecoder.withPublicKey(TestTokens.publicKey()).build();
        own.setJwtValidator(JwtValidators.createDefaultWithIssuer(TestTokens.PUBLIC_URL + "/identity"));
        return new JwtDecoder() {
            @Override
            public Jwt decode(String token) {
                try {
                    return own.decode(token);
                } catch (JwtException e) {
                    for (var other : others(this)) {
                        return other.decode(token);
                    }
                    throw e;
                }
            }

            private List<JwtDecoder> others(JwtDecoder self) {
                return decoders.stream()
                        .filter(decoder -> !decoder.equals(self))
                        .toList();
            }
        };
    }

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }

    @Bean
    Events events() {
        return new Events();
    }
}
