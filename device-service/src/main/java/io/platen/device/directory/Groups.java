package io.platen.device.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups of devices; a row reserves the name. */
@Repository
public class Groups {

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever names or fills groups of the account comes one after the other. */
    public void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "groups " + account)
                .query(rows -> {});
    }

    /** @return false where the account has a group of that name already */
    public boolean reserve(DeviceGroupId group, AccountId account, String name) {
        return jdbc.sql("""
                        insert into device_group (group_id, account_id, name_key) values (:group, :account, :key)
                        on conflict on constraint device_group_name_once_per_account do nothing
                        """)
                        .param("group", group.value())
                        .param("account", account.value())
                        .param("key", key(name))
                        .update()
                == 1;
    }

    /** @return false where another group of the account has that name */
    public boolean rename(DeviceGroupId group, AccountId account, String name) {
        var taken = jdbc.sql("""
                        select exists (select from device_group
                                       where account_id = :account and name_key = :key and group_id <> :group)
                        """)
                .param("group", group.value())
                .param("account", account.value())
                .param("key", key(name))
                .query(Boolean.class)
                .single();
        if (!taken) {
            jdbc.sql("update device_group set name_key = :key where group_id = :group")
                    .param("group", group.value())
                    .param("key", key(name))
                    .update();
        }
        return !taken;
    }

    public void delete(DeviceGroupId group) {
        jdbc.sql("delete from device_group where group_id = :group")
                .param("group", group.value())
                .update();
    }

    public void hold(DeviceGroupId group, Collection<DeviceId> devices) {
        var members = devices.stream().map(DeviceId::value).toArray(UUID[]::new);
        jdbc.sql("delete from device_group_member where group_id = :group and not device_id = any (:devices)")
                .param("group", group.value())
                .param("devices", members)
                .update();
        jdbc.sql("""
                        insert into device_group_member (group_id, device_id) select :group, unnest(:devices)
                        on conflict do nothing
                        """).param("group", group.value()).param("devices", members).update();
    }

    public void leave(DeviceGroupId group, DeviceId device) {
        jdbc.sql("delete from device_group_member where group_id = :group and device_id = :device")
                .param("group", group.value())
                .param("device", device.value())
                .update();
    }

    public void join(DeviceGroupId group, DeviceId device) {
        jdbc.sql(
                        "insert into device_group_member (group_id, device_id) values (:group, :device) on conflict do nothing")
                .param("group", group.value())
                .param("device", device.value())
                .update();
    }

    public Optional<AccountId> accountOf(DeviceGroupId group) {
        return jdbc.sql("select account_id from device_group where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    public List<DeviceGroupId> with(DeviceId device) {
        return jdbc.sql("select group_id from device_group_member where device_id = :device order by group_id")
                .param("device", device.value())
                .query((row, number) -> new DeviceGroupId(row.getObject("group_id", UUID.class)))
                .list();
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
