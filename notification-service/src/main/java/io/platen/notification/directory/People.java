package io.platen.notification.directory;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who there is, and what they are on which account. Whoever is deactivated stays so. */
@Repository
public class People {

    private static final List<String> STOCK_MANAGERS =
            List.of(CustomerRole.STOCK_MANAGER.name(), CustomerRole.DEVICE_STOCK_MANAGER.name());

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UserId user, String email, String name, String language, long sequence) {
        jdbc.sql("""
                        insert into person as known (user_id, email, display_name, language, active, sequence)
                        values (:user, :email, :name, :language, true, :sequence)
                        on conflict (user_id) do update
                        set email = excluded.email, display_name = excluded.display_name,
                            language = excluded.language, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("user", user.value())
                .param("email", email)
                .param("name", name)
                .param("language", language)
                .param("sequence", sequence)
                .update();
    }

    public void speak(UserId user, String language, long sequence) {
        jdbc.sql("""
                        update person set language = :language, sequence = :sequence
                        where user_id = :user and sequence <= :sequence
                        """)
                .param("user", user.value())
                .param("language", language)
                .param("sequence", sequence)
                .update();
    }

    public void deactivate(UserId user) {
        jdbc.sql("update person set active = false where user_id = :user")
                .param("user", user.value())
                .update();
    }

    public void addAccount(AccountId account, String name, String region) {
        jdbc.sql("""
                        insert into account (account_id, name, region) values (:account, :name, :region)
                        on conflict (account_id) do update set name = excluded.name, region = excluded.region
                        """)
                .param("account", account.value())
                .param("name", name)
                .param("region", region)
                .update();
    }

    public void assign(UserId user, AccountId account, CustomerRole role, Set<Function> functions, long sequence) {
        jdbc.sql("""
                        insert into account_role as known (user_id, account_id, role, functions, sequence)
                        values (:user, :account, :role, :functions, :sequence)
                        on conflict (user_id, account_id) do update
                        set role = excluded.role, functions = excluded.functions, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("user", user.value())
                .param("account", account.value())
                .param("role", role.name())
                .param("functions", functions.stream().map(Function::name).toArray(String[]::new))
                .param("sequence", sequence)
                .update();
    }

    public void assignStaff(UserId user, StaffRole role, Set<String> regions, long sequence) {
        jdbc.sql("""
                        insert into staff_role as known (user_id, role, regions, sequence)
                        values (:user, :role, :regions, :sequence)
                        on conflict (user_id) do update
                        set role = excluded.role, regions = excluded.regions, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("user", user.value())
                .param("role", role.name())
                .param("regions", regions.toArray(String[]::new))
                .param("sequence", sequence)
                .update();
    }

    public boolean knowsAccount(AccountId account) {
        return jdbc.sql("select exists (select from account where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    public boolean isDeactivated(UserId user) {
        return jdbc.sql("select exists (select from person where user_id = :user and not active)")
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    public Set<UserId> administratorsOf(AccountId account) {
        return jdbc.sql("""
                        select r.user_id from account_role r join person p using (user_id)
                        where r.account_id = :account and r.role = 'ADMINISTRATOR' and p.active
                        """)
                .param("account", account.value())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .set();
    }

    public Set<UserId> stockManagersOf(DeviceId device, AccountId account) {
        return assignedAs(STOCK_MANAGERS, device, account);
    }

    /** Whatever his role on the account. */
    public Set<UserId> assignedTo(DeviceId device, AccountId account) {
        return assignedAs(
                Arrays.stream(CustomerRole.values()).map(CustomerRole::name).toList(), device, account);
    }

    private Set<UserId> assignedAs(List<String> roles, DeviceId device, AccountId account) {
        return jdbc.sql("""
                        select a.user_id
                        from device_assignment a
                        join account_role r using (user_id, account_id)
                        join person p using (user_id)
                        where a.device_id = :device and a.account_id = :account and a.assigned
                          and r.role in (:roles) and p.active
                        """)
                .param("device", device.value())
                .param("account", account.value())
                .param("roles", roles)
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .set();
    }
}
