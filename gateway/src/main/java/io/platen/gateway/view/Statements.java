package io.platen.gateway.view;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows of the view: those of one event in their order, and those of many in few round trips. */
@Component
class Statements {

    private static final ScopedValue<Waves> TOGETHER = ScopedValue.newInstance();

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is run inside is written at the end. */
    void together(Runnable changes) {
        var waves = new Waves();
        ScopedValue.where(TOGETHER, waves).run(changes);
        waves.write(jdbc);
    }

    /** What is run next belongs to an event of this aggregate. */
    void of(Aggregate aggregate) {
        TOGETHER.get().of(aggregate);
    }

    void run(String sql, @Nullable Object... params) {
        TOGETHER.get().add(sql, params);
    }

    static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
