package io.platen.supply.directory;

import io.platen.contracts.id.AccountId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers' names, for labels that name nobody else. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(AccountId account, String name) {
        jdbc.sql("""
                        insert into customer_account (account_id, name) values (:account, :name)
                        on conflict (account_id) do update set name = excluded.name
                        """).param("account", account.value()).param("name", name).update();
    }

    public Optional<String> nameOf(AccountId account) {
        return jdbc.sql("select name from customer_account where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }
}
