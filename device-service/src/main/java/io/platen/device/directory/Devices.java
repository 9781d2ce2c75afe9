package io.platen.device.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All devices; a row reserves the serial number. */
@Repository
public class Devices {

    private static final String SELECT =
            "select device_id, model_id, manufacturer, model, serial_number, account_id from device ";

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where the model has a device with this serial number already */
    public boolean reserve(KnownDevice device) {
        return jdbc.sql("""
                        insert into device
                            (device_id, model_id, manufacturer, model, serial_number, serial_key, account_id)
                        values (:device, :model, :manufacturer, :name, :serial, :key, :account)
                        on conflict (model_id, serial_key) do nothing
                        """)
                        .param("device", device.deviceId().value())
                        .param("model", device.modelId().value())
                        .param("manufacturer", device.manufacturer())
                        .param("name", device.model())
                        .param("serial", device.serialNumber())
                        .param("key", key(device.serialNumber()))
                        .param(
                                "account",
                                device.accountId() == null
                                        ? null
                                        : device.accountId().value(),
                                java.sql.Types.OTHER)
                        .update()
                == 1;
    }

    public Optional<KnownDevice> find(DeviceId device) {
        return jdbc.sql(SELECT + "where device_id = :device")
                .param("device", device.value())
                .query(Devices::device)
                .optional();
    }

    /** Several only where models of different makers happen to share a number. */
    public List<KnownDevice> withSerial(AccountId account, String serialNumber) {
        return jdbc.sql(SELECT + "where account_id = :account and serial_key = :key order by device_id")
                .param("account", account.value())
                .param("key", key(serialNumber))
                .query(Devices::device)
                .list();
    }

    private static String key(String serialNumber) {
        return serialNumber.strip().toUpperCase(Locale.ROOT);
    }

    private static KnownDevice device(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new KnownDevice(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new ModelId(row.getObject("model_id", UUID.class)),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial_number"),
                account == null ? null : new AccountId(account));
    }
}
