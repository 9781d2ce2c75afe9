package io.platen.device.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and the people who have a role on them, as identity-service tells. */
@Repository
public class Customers {

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(AccountId account) {
        jdbc.sql("insert into customer_account (account_id) values (:account) on conflict do nothing")
                .param("account", account.value())
                .update();
    }

    public void add(UserId user, AccountId account) {
        jdbc.sql("""
                insert into customer_user (user_id, account_id) values (:user, :account) on conflict do nothing
                """)
                .param("user", user.value())
                .param("account", account.value())
                .update();
    }

    public void remove(UserId user) {
        jdbc.sql("delete from customer_user where user_id = :user")
                .param("user", user.value())
                .update();
    }

    public boolean knows(AccountId account) {
        return jdbc.sql("select count(*) from customer_account where account_id = :account")
                        .param("account", account.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Empty where the user is not known, or no longer active. */
    public Set<AccountId> accountsOf(UserId user) {
        return jdbc.sql("select account_id from customer_user where user_id = :user")
                .param("user", user.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }
}
