package io.platen.device.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All device requests, and the series of their numbers. */
@Repository
public class DeviceRequests {

    /** A request as it is found. */
    public record Known(DeviceRequestId requestId, AccountId accountId, DeviceId deviceId) {}

    private final JdbcClient jdbc;

    DeviceRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never the same again, even where the transaction fails. */
    public String nextNumber() {
        return "DR-%07d"
                .formatted(jdbc.sql("select nextval('device_request_number')")
                        .query(Long.class)
                        .single());
    }

    /** @return false where the account has an open request for the serial number already */
    public boolean open(Known request, String number, String serialNumber) {
        return jdbc.sql("""
                        insert into device_request (request_id, number, account_id, device_id, serial_key)
                        values (:request, :number, :account, :device, :key)
                        on conflict (account_id, serial_key) where open do nothing
                        """)
                        .param("request", request.requestId().value())
                        .param("number", number)
                        .param("account", request.accountId().value())
                        .param("device", request.deviceId().value())
                        .param("key", Devices.key(serialNumber))
                        .update()
                == 1;
    }

    public Optional<Known> find(String number) {
        return jdbc.sql("select request_id, account_id, device_id from device_request where number = :number")
                .param("number", number)
                .query((row, index) -> new Known(
                        new DeviceRequestId(row.getObject("request_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new DeviceId(row.getObject("device_id", UUID.class))))
                .optional();
    }

    public void decided(DeviceRequestId request) {
        jdbc.sql("update device_request set open = false where request_id = :request")
                .param("request", request.value())
                .update();
    }
}
