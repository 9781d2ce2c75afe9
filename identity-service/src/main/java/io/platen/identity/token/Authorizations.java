package io.platen.identity.token;

import io.platen.contracts.id.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what a person was let into. */
@Component
public class Authorizations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Authorizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is good for nothing any more: code and all tokens are too old. What has none of them is left alone.
     *
     * @return how many were forgotten
     */
    public int forgetExpired() {
        return jdbc.sql("""
                        delete from oauth2_authorization
                        where greatest(authorization_code_expires_at, access_token_expires_at,
                            refresh_token_expires_at, oidc_id_token_expires_at) < ?
                        """).param(clock.instant().atOffset(ZoneOffset.UTC)).update();
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
