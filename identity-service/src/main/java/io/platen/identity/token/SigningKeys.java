package io.platen.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * RSA keys in the database, shared by all instances. A new one every 30 days; old ones stay in the key set for
 * verification far longer than any token lives.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

    static final Duration ROTATION = Duration.ofDays(30);
    static final Duration KEPT = Duration.ofDays(90);
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int BITS = 2048;

    private record Keys(List<RSAKey> newestFirst, Instant newestFrom, Instant loaded) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Keys keys;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(new ArrayList<JWK>(current().newestFirst())));
    }

    /** The key that signs now. */
    String currentId() {
        return current().newestFirst().getFirst().getKeyID();
    }

    private Keys current() {
        var now = clock.instant();
        var known = keys;
        if (known == null
                || Duration.between(known.loaded(), now).abs().compareTo(REMEMBERED) > 0
                || isDue(known.newestFrom(), now)) {
            known = transaction.execute(status -> loadOrRotate(now));
            keys = known;
        }
        return known;
    }

    private Keys loadOrRotate(Instant now) {
        var found = load(now);
        if (found.newestFirst().isEmpty() || isDue(found.newestFrom(), now)) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signing-key', 0))")
                    .query((row, number) -> true)
                    .single();
            found = load(now);
            if (found.newestFirst().isEmpty() || isDue(found.newestFrom(), now)) {
                jdbc.sql("insert into signing_key (kid, created_at, jwk) values (?, ?, ?)")
                        .params(store(now))
                        .update();
                found = load(now);
            }
        }
        return found;
    }

    private static List<Object> store(Instant now) {
        try {
            var key = new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return List.of(key.getKeyID(), now.atOffset(ZoneOffset.UTC), key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keys load(Instant now) {
        var found = new ArrayList<RSAKey>();
        var newest = new ArrayList<Instant>();
        jdbc.sql("select created_at, jwk from signing_key where created_at > ? order by created_at desc, kid")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    newest.add(row.getObject("created_at", OffsetDateTime.class).toInstant());
                    found.add(parse(row.getString("jwk")));
                });
        return new Keys(List.copyOf(found), newest.isEmpty() ? Instant.EPOCH : newest.getFirst(), now);
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database cannot be read", e);
        }
    }

    private static boolean isDue(Instant newestFrom, Instant now) {
        return !now.isBefore(newestFrom.plus(ROTATION));
    }
}
