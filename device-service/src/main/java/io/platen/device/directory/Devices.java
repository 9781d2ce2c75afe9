package io.platen.device.directory;

import io.platen.contracts.device.Location;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All devices; a row reserves the serial number. */
@Repository
public class Devices {

    private static final String SELECT =
            "select device_id, model_id, manufacturer, model, serial_number, account_id, location from device ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Devices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Nobody else decides by where a device is, or changes that, until the transaction ends. An advisory lock, because a
     * row's would write before the aggregate is loaded.
     */
    public Optional<KnownDevice> hold(DeviceId device) {
        lock("select pg_advisory_xact_lock(hashtextextended(:key, 0))", device);
        return find(device);
    }

    /** As {@link #hold}, beside others who only want it to stay on its account. */
    public Optional<KnownDevice> keepInPlace(DeviceId device) {
        lock("select pg_advisory_xact_lock_shared(hashtextextended(:key, 0))", device);
        return find(device);
    }

    private void lock(String statement, DeviceId device) {
        jdbc.sql(statement).param("key", "device " + device).query(rows -> {});
    }

    public void place(DeviceId device, @Nullable AccountId account) {
        jdbc.sql("update device set account_id = cast(:account as uuid) where device_id = :device")
                .param("device", device.value())
                .param("account", account == null ? null : account.value())
                .update();
    }

    public void locate(DeviceId device, Location location) {
        jdbc.sql("update device set location = :location::jsonb where device_id = :device")
                .param("device", device.value())
                .param("location", json.writeValueAsString(location))
                .update();
    }

    /** @return false where the model has a device with this serial number already */
    public boolean reserve(KnownDevice device) {
        return jdbc.sql("""
            insert into device
                (device_id, model_id, manufacturer, model, serial_number, serial_key, account_id, location)
            values (:device, :model, :manufacturer, :name, :serial, :key, :account, :location::jsonb)
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
                        .param(
                                "location",
                                device.location() == null ? null : json.writeValueAsString(device.location()))
                        .update()
                == 1;
    }

    public Optional<KnownDevice> find(DeviceId device) {
        return jdbc.sql(SELECT + "where device_id = :device")
                .param("device", device.value())
                .query(this::device)
                .optional();
    }

    /** Of whatever account; several only where models of different makers happen to share a number. */
    public List<KnownDevice> withSerial(String serialNumber) {
        return jdbc.sql(SELECT + "where serial_key = :key order by device_id")
                .param("key", key(serialNumber))
                .query(this::device)
                .list();
    }

    /** What of these is on the account. */
    public Set<DeviceId> on(AccountId account, Collection<DeviceId> some) {
        return jdbc.sql("select device_id from device where account_id = :account and device_id = any (:devices)")
                .param("account", account.value())
                .param("devices", some.stream().map(DeviceId::value).toArray(UUID[]::new))
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .set();
    }

    /** Without regard to case. */
    static String key(String serialNumber) {
        return serialNumber.strip().toUpperCase(Locale.ROOT);
    }

    private KnownDevice device(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var location = row.getString("location");
        return new KnownDevice(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new ModelId(row.getObject("model_id", UUID.class)),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial_number"),
                account == null ? null : new AccountId(account),
                location == null ? null : json.readValue(location, Location.class));
    }
}
