package io.platen.device.directory;

import io.platen.contracts.id.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Serial numbers that people tried and nobody has; counted over all instances. */
@Repository
public class Validations {

    private final JdbcClient jdbc;

    Validations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time for each person, until the transaction ends. */
    public void lock(UserId user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "validation " + user)
                .query(rows -> {});
    }

    public Optional<Instant> blockedUntil(UserId user, Instant now) {
        return jdbc.sql("select blocked_until from validation_block where user_id = :user and blocked_until > :now")
                .param("user", user.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getTimestamp("blocked_until").toInstant())
                .optional();
    }

    /** @return how many failed after that moment, this one among them */
    public int fail(UserId user, Instant now, Instant after) {
        jdbc.sql("delete from failed_validation where user_id = :user and failed_at <= :after")
                .param("user", user.value())
                .param("after", Timestamp.from(after))
                .update();
        jdbc.sql("insert into failed_validation (user_id, failed_at) values (:user, :now)")
                .param("user", user.value())
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("select count(*) from failed_validation where user_id = :user")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    /** The count begins anew behind it. */
    public void block(UserId user, Instant until) {
        jdbc.sql("delete from failed_validation where user_id = :user")
                .param("user", user.value())
                .update();
        jdbc.sql("""
                        insert into validation_block (user_id, blocked_until) values (:user, :until)
                        on conflict (user_id) do update set blocked_until = excluded.blocked_until
                        """)
                .param("user", user.value())
                .param("until", Timestamp.from(until))
                .update();
    }
}
