package io.platen.notification.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which machines there are and who looks after them. */
@Repository
public class Machines {

    private final JdbcClient jdbc;

    Machines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(DeviceId device, String model, String serialNumber) {
        jdbc.sql("""
                        insert into device (device_id, model, serial_number) values (:device, :model, :serial)
                        on conflict (device_id) do update
                        set model = excluded.model, serial_number = excluded.serial_number
                        """)
                .param("device", device.value())
                .param("model", model)
                .param("serial", serialNumber)
                .update();
    }

    public boolean knows(DeviceId device) {
        return jdbc.sql("select exists (select from device where device_id = :device)")
                .param("device", device.value())
                .query(Boolean.class)
                .single();
    }

    public void assign(DeviceId device, AccountId account, UserId user, boolean assigned, long sequence) {
        jdbc.sql("""
                        insert into device_assignment as known (device_id, user_id, account_id, assigned, sequence)
                        values (:device, :user, :account, :assigned, :sequence)
                        on conflict (device_id, user_id) do update
                        set account_id = excluded.account_id, assigned = excluded.assigned, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("device", device.value())
                .param("user", user.value())
                .param("account", account.value())
                .param("assigned", assigned)
                .param("sequence", sequence)
                .update();
    }

    /** An assignment is an aggregate of its own: its sequence has nothing to do with the device's. */
    public void endAssignments(DeviceId device) {
        jdbc.sql("update device_assignment set assigned = false where device_id = :device")
                .param("device", device.value())
                .update();
    }
}
