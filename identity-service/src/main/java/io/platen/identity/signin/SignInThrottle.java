package io.platen.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Five failed sign-ins within 15 minutes lock the login for 15 minutes (ID-13). It counts by the name that was typed,
 * whether or not somebody has it, and counts an attempt before the password is looked at: many at once gain nothing.
 */
@Component
class SignInThrottle {

    static final int FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LOCK = Duration.ofMinutes(15);

    /** What becomes of an attempt. */
    enum Admission {
        ADMITTED,
        /** If it fails, the login is locked. */
        LAST,
        LOCKED
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    Admission admit(String userName) {
        var now = clock.instant();
        return transaction.execute(status -> admit(userName, now));
    }

    private Admission admit(String userName, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(userName)
                .query((row, number) -> true)
                .single();
        jdbc.sql("delete from sign_in_lock where until <= ?").param(at(now)).update();
        jdbc.sql("delete from sign_in_failure where at <= ?")
                .param(at(now.minus(WINDOW)))
                .update();
        if (jdbc.sql("select exists (select from sign_in_lock where user_name = ?)")
                .param(userName)
                .query(Boolean.class)
                .single()) {
            return Admission.LOCKED;
        }
        jdbc.sql("insert into sign_in_failure (user_name, at) values (?, ?)")
                .params(userName, at(now))
                .update();
        int failures = jdbc.sql("select count(*) from sign_in_failure where user_name = ?")
                .param(userName)
                .query(Integer.class)
                .single();
        if (failures < FAILURES) {
            return Admission.ADMITTED;
        }
        jdbc.sql("insert into sign_in_lock (user_name, until) values (?, ?)")
                .params(userName, at(now.plus(LOCK)))
                .update();
        return Admission.LAST;
    }

    /** The attempt was none of the failures after all. */
    void succeeded(String userName) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from sign_in_failure where user_name = ?")
                    .param(userName)
                    .update();
            jdbc.sql("delete from sign_in_lock where user_name = ?")
                    .param(userName)
                    .update();
        });
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
