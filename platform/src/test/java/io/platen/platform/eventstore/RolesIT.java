package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's own role may add events and read them, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

    private static final String REFUSED = "42501";

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String owner = "o" + suffix + "_owner";
    private final String app = "a" + suffix + "_app";
    private final HikariDataSource ownersPool;
    private final HikariDataSource appsPool;

    RolesIT() {
        var database = Postgres.newDatabase();
        try (var superuser = Postgres.pool(Postgres.url(database), "postgres")) {
            var jdbc = JdbcClient.create(superuser);
            jdbc.sql("create role \"%s\" login".formatted(owner)).update();
            jdbc.sql("create role \"%s\" login".formatted(app)).update();
            jdbc.sql("alter schema public owner to \"%s\"".formatted(owner)).update();
        }
        ownersPool = Postgres.pool(Postgres.url(database).replace("user=postgres", "user=" + owner), owner);
        appsPool = Postgres.pool(Postgres.url(database).replace("user=postgres", "user=" + app), app);
    }

    @BeforeAll
    void migrate() {
        Postgres.migrate(ownersPool, app);
        JdbcClient.create(appsPool).sql("""
                insert into domain_event (event_id, aggregate_id, sequence, type, payload, metadata, time)
                values (gen_random_uuid(), 'x', 0, 'Written', '{}', '{}', now())
                """).update();
    }

    @AfterAll
    void close() {
        ownersPool.close();
        appsPool.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event set payload = '{}'",
                "delete from domain_event",
                "truncate domain_event",
                "alter table domain_event disable trigger all",
                "drop table domain_event",
                "select rebase_events()"
            })
    void theServiceCannotChangeWhatHappened(String change) {
        var jdbc = JdbcClient.create(appsPool);

        assertThatThrownBy(() -> jdbc.sql(change).query((row, index) -> 1).list())
                .rootCause()
                .extracting("SQLState")
                .isEqualTo(REFUSED);
        assertThat(jdbc.sql("select count(*) from domain_event")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** The owner could; a slip of the hand is refused all the same, and so is a service that runs as the owner. */
    @ParameterizedTest
    @ValueSource(
            strings = {"update domain_event set payload = '{}'", "delete from domain_event", "truncate domain_event"})
    void neitherDoesTheOwnerBySlip(String change) {
        var jdbc = JdbcClient.create(ownersPool);

        assertThatThrownBy(() -> jdbc.sql(change).update())
                .rootCause()
                .hasMessageContaining("append-only")
                .extracting("SQLState")
                .isEqualTo(REFUSED);
    }

    @Test
    void theServiceWorksOnTheOtherTables() {
        var jdbc = JdbcClient.create(appsPool);
        jdbc.sql("insert into token_entry (processor_name, segment) values ('p', 0)")
                .update();
        jdbc.sql("update token_entry set owner = 'me'").update();
        jdbc.sql("delete from token_entry").update();
        jdbc.sql("delete from aggregate_snapshot").update();
        jdbc.sql("delete from dead_letter_entry").update();

        assertThat(jdbc.sql("select count(*) from token_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void laterTablesOfTheOwnerAreOpenToTheService() {
        JdbcClient.create(ownersPool)
                .sql("create table later (id bigint generated always as identity, text text)")
                .update();
        var jdbc = JdbcClient.create(appsPool);

        jdbc.sql("insert into later (text) values ('a')").update();
        jdbc.sql("update later set text = 'b'").update();

        assertThat(jdbc.sql("select text from later").query(String.class).single())
                .isEqualTo("b");
    }
}
