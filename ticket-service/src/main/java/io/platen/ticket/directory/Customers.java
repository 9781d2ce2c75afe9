package io.platen.ticket.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who have a role on an account, as identity-service tells. */
@Repository
public class Customers {

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UserId user, AccountId account) {
        jdbc.sql("""
                        insert into customer_user (user_id, account_id) values (:user, :account) on conflict do nothing
                        """)
                .param("user", user.value())
                .param("account", account.value())
                .update();
    }

    /** Empty where the user is not known, or no longer active. */
    public Set<AccountId> accountsOf(UserId user) {
        return jdbc.sql("""
                        select account_id from customer_user
                        where user_id = :user and user_id not in (select user_id from deactivated_user)
                        """)
                .param("user", user.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }
}
