package io.platen.device.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The assignments that are active. */
@Repository
public class Assignments {

    /** Who looks after what. */
    public record Active(DeviceId deviceId, UserId userId, AccountId accountId) {}

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin(DeviceId device, UserId user, AccountId account) {
        jdbc.sql("""
                insert into device_assignment (device_id, user_id, account_id) values (:device, :user, :account)
                on conflict do nothing
                """)
                .param("device", device.value())
                .param("user", user.value())
                .param("account", account.value())
                .update();
    }

    public void end(DeviceId device, UserId user) {
        jdbc.sql("delete from device_assignment where device_id = :device and user_id = :user")
                .param("device", device.value())
                .param("user", user.value())
                .update();
    }

    public boolean isActive(DeviceId device, UserId user) {
        return jdbc.sql("select count(*) from device_assignment where device_id = :device and user_id = :user")
                        .param("device", device.value())
                        .param("user", user.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Always in the order of device and user, so that nobody waits for one who waits for him. */
    public List<Active> of(UserId user) {
        return list("where user_id = :id", user.value());
    }

    public List<Active> of(DeviceId device) {
        return list("where device_id = :id", device.value());
    }

    private List<Active> list(String where, UUID id) {
        return jdbc.sql("select device_id, user_id, account_id from device_assignment " + where
                        + " order by device_id, user_id")
                .param("id", id)
                .query((row, number) -> new Active(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .list();
    }
}
