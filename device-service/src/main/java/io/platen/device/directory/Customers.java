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

    /** Nobody gives this person a device while his role changes, until the transaction ends. */
    public void hold(UserId user) {
        lock("select pg_advisory_xact_lock(hashtextextended(:key, 0))", user);
    }

    /** As {@link #hold}, beside others who only want his role to stay what it is. */
    public void keep(UserId user) {
        lock("select pg_advisory_xact_lock_shared(hashtextextended(:key, 0))", user);
    }

    private void lock(String statement, UserId user) {
        jdbc.sql(statement).param("key", "user " + user).query(rows -> {});
    }

    /**
     * The one role of a user on an account.
     *
     * @param holdsDevices whether the role can see devices at all
     * @return whether this was news
     */
    public boolean put(UserId user, AccountId account, boolean holdsDevices, long sequence) {
        return jdbc.sql("""
                        insert into customer_user as known (user_id, account_id, holds_devices, sequence)
                        values (:user, :account, :holds, :sequence)
                        on conflict (user_id, account_id) do update
                        set holds_devices = excluded.holds_devices, sequence = excluded.sequence
                        where known.sequence < excluded.sequence
                        """)
                        .param("user", user.value())
                        .param("account", account.value())
                        .param("holds", holdsDevices)
                        .param("sequence", sequence)
                        .update()
                == 1;
    }

    /** For good. */
    public void deactivate(UserId user) {
        jdbc.sql("insert into deactivated_user (user_id) values (:user) on conflict do nothing")
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

    /** Where he may look after devices; empty where the user is not known, or no longer active. */
    public Set<AccountId> accountsOf(UserId user) {
        return jdbc.sql("""
                        select account_id from customer_user
                        where user_id = :user and holds_devices
                          and not exists (select from deactivated_user where user_id = :user)
                        """)
                .param("user", user.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }
}
