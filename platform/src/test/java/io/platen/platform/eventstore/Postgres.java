package io.platen.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One embedded server for all tests of this package; each test takes a database of its own. */
public final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    /** An empty database. */
    public static String newDatabase() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    /** A database with the platform's tables. */
    public static HikariDataSource migrated() {
        var pool = pool(url(newDatabase()), "postgres");
        migrate(pool, "postgres");
        return pool;
    }

    public static void migrate(DataSource dataSource, String appRole) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/platform")
                .placeholders(Map.of("app_role", appRole))
                .load()
                .migrate();
    }

    public static HikariDataSource pool(String url, String user) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(30);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
