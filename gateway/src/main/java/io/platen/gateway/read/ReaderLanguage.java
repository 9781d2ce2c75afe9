package io.platen.gateway.read;

import io.platen.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which language a reader wants to be spoken to: the token says what was set when it was issued, the view knows better. */
@Repository
class ReaderLanguage {

    private final JdbcClient jdbc;

    ReaderLanguage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(Caller caller) {
        return jdbc.sql("select language from view_user where user_id = ? and language is not null")
                .param(caller.userId().value())
                .query(String.class)
                .optional()
                .orElse(caller.language());
    }
}
