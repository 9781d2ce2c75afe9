package io.platen.identity.signin;

import io.platen.contracts.id.UserId;
import io.platen.identity.IdentityProblem;
import io.platen.platform.problem.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id hashes, beside the events and never in them. */
@Component
public class Credentials {

    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 200;
    private static final int TRACE_ROUNDS = 210_000;
    private static final int TRACE_BITS = 256;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final String nobodys;

    Credentials(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.nobodys = Objects.requireNonNull(encoder.encode("nobody has this password"));
    }

    /** @throws Rejected when it is too short */
    public String hashOfNew(String password) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw Rejected.of(IdentityProblem.PASSWORD_WEAK).with("min", MIN_LENGTH);
        }
        return Objects.requireNonNull(encoder.encode(password));
    }

    /**
     * The same for the same password of the same person and nothing to guess it by: for telling the repeat of a request
     * from another one, where a plain digest would undo the hash's slowness.
     */
    public static String traceOf(String password, String userName) {
        var spec = new PBEKeySpec(
                password.toCharArray(), userName.getBytes(StandardCharsets.UTF_8), TRACE_ROUNDS, TRACE_BITS);
        try {
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
            return HexFormat.of().formatHex(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }

    public void store(UserId user, String hash) {
        jdbc.sql("""
                insert into credential (person_id, password_hash) values (?, ?)
                on conflict (person_id) do update set password_hash = excluded.password_hash
                """).params(user.value(), hash).update();
    }

    /** Takes as long for a person who does not exist. */
    boolean matches(Optional<UserId> user, String password) {
        var hash = user.flatMap(this::hashOf);
        boolean matches = password.length() <= MAX_LENGTH && encoder.matches(password, hash.orElse(nobodys));
        return matches && hash.isPresent();
    }

    private Optional<String> hashOf(UserId user) {
        return jdbc.sql("select password_hash from credential where person_id = ?")
                .param(user.value())
                .query(String.class)
                .optional();
    }
}
