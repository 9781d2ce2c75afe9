package io.platen.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.platform.security.Caller;
import io.platen.platform.security.CallerClaims;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Access tokens as identity-service issues them, signed by a key of the tests. Each is a whole Authorization header. */
public final class TestTokens {

    static final String PUBLIC_URL = "http://localhost:8080";

    private static final RSAKey KEY = generate();

    private TestTokens() {}

    /** With the functions that the role has by default. */
    public static String customer(UserId user, AccountId account, CustomerRole role) {
        return of(customerCaller(user, account, role));
    }

    /** One person for each role; no region means all. */
    public static String staff(StaffRole role, String... regions) {
        return staff(staffUser(role), role, regions);
    }

    public static String staff(UserId user, StaffRole role, String... regions) {
        return of(staffCaller(user, role, regions));
    }

    public static String agent(AccountId account) {
        return agent("agent-" + account, account);
    }

    public static String agent(String clientId, AccountId account) {
        return of(new Caller(Caller.Kind.AGENT, clientId, clientId, "en", List.of(), null, account));
    }

    public static Caller customerCaller(UserId user, AccountId account, CustomerRole role) {
        var grant = new Caller.Grant(account, role, PermissionMatrix.defaults(role));
        return new Caller(Caller.Kind.CUSTOMER, user.toString(), "Test " + role, "en", List.of(grant), null, null);
    }

    public static Caller staffCaller(UserId user, StaffRole role, String... regions) {
        var staff = new Caller.Staff(role, Set.of(regions), PermissionMatrix.functions(role));
        return new Caller(Caller.Kind.STAFF, user.toString(), "Test " + role, "en", List.of(), staff, null);
    }

    public static UserId staffUser(StaffRole role) {
        return new UserId(UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8)));
    }

    public static String of(Caller caller) {
        return sign(caller, PUBLIC_URL + "/identity", Instant.now().plus(Duration.ofMinutes(15)), KEY);
    }

    /** Of yesterday. */
    public static String expired(Caller caller) {
        return sign(caller, PUBLIC_URL + "/identity", Instant.now().minus(Duration.ofDays(1)), KEY);
    }

    /** Of somebody who only says to be the issuer. */
    public static String forged(Caller caller) {
        return sign(caller, PUBLIC_URL + "/identity", Instant.now().plus(Duration.ofMinutes(15)), generate());
    }

    /** Of an issuer of another house. */
    public static String ofOtherIssuer(Caller caller) {
        return sign(caller, "https://elsewhere.example", Instant.now().plus(Duration.ofMinutes(15)), KEY);
    }

    static RSAPublicKey publicKey() {
        try {
            return KEY.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(Caller caller, String issuer, Instant expires, RSAKey key) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(caller.subject())
                .issueTime(Date.from(expires.minus(Duration.ofMinutes(15))))
                .expirationTime(Date.from(expires))
                .claim(CallerClaims.CLAIM, CallerClaims.write(caller))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + token.serialize();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
