package io.platen.gateway.read;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Queries whose rows come from the database as they are read, as long as a transaction is open. */
@Component
class StreamedQueries {

    private static final int ROWS_AT_ONCE = 500;

    private final NamedParameterJdbcTemplate template;

    StreamedQueries(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(ROWS_AT_ONCE);
        this.template = new NamedParameterJdbcTemplate(jdbc);
    }

    NamedParameterJdbcTemplate template() {
        return template;
    }
}
