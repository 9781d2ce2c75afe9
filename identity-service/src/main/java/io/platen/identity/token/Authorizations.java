package io.platen.identity.token;

import io.platen.contracts.id.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what a person was let into. */
@Component
public class Authorizations {

    private final JdbcClient jdbc;

    Authorizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refresh tokens, codes and sign-in sessions; access tokens end by themselves within 15 minutes. */
    public void endAllOf(UserId user) {
        jdbc.sql("delete from oauth2_authorization where principal_name = ?")
                .param(user.toString())
                .update();
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(user.toString())
                .update();
    }
}
