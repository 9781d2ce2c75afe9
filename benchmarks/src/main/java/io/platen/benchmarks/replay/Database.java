package io.platen.benchmarks.replay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** The same database with the rights of the service and with those of its owner, outside of any pool. */
final class Database {

    private final Environment environment;

    Database(Environment environment) {
        this.environment = environment;
    }

    Connection asApp() throws SQLException {
        return connect("spring.datasource.username", "spring.datasource.password");
    }

    /** No autovacuum in the middle of a round. */
    void settle() throws SQLException {
        asOwner("vacuum (analyze) domain_event");
    }

    void forgetProjection() throws SQLException {
        asOwner("truncate person, person_right");
    }

    /** Of the position column, where every reader ends. */
    long lastPosition() throws SQLException {
        return Long.parseLong(
                text("select position from domain_event order by transaction_id desc, position desc limit 1"));
    }

    /** Equal where the projections are. */
    String projection() throws SQLException {
        return text("""
                select concat_ws(' ', count(*), md5(string_agg(person::text || person_right::text, '' order by id)))
                from person join person_right on person_id = id
                """);
    }

    private String text(String query) throws SQLException {
        try (var connection = asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = connect("spring.flyway.user", "spring.flyway.password");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty(user),
                environment.getRequiredProperty(password));
    }
}
