package io.platen.identity.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What only one may have. A reservation belongs into the transaction of the event that needs it, after the command:
 * nothing is written before the aggregate is loaded.
 */
@Component
public class Reservations {

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when somebody else has the address. */
    public boolean email(String email, UserId user) {
        return reserve("EMAIL", email, user.value());
    }

    /** False when another account has the number. */
    public boolean customerAccountNumber(String number, AccountId account) {
        return reserve("CUSTOMER_ACCOUNT_NUMBER", number, account.value());
    }

    /** False when another account has the number. */
    public boolean systemAccountNumber(String number, AccountId account) {
        return reserve("SYSTEM_ACCOUNT_NUMBER", number, account.value());
    }

    private boolean reserve(String kind, String value, UUID owner) {
        return jdbc.sql("insert into reservation (kind, value, owner) values (?, ?, ?) on conflict do nothing")
                        .params(kind, value.strip().toLowerCase(Locale.ROOT), owner)
                        .update()
                == 1;
    }
}
