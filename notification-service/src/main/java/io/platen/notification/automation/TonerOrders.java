package io.platen.notification.automation;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the later events of an order leave out. */
@Repository
class TonerOrders {

    record TonerOrder(String number, AccountId account, DeviceId device, String colour) {}

    private final JdbcClient jdbc;

    TonerOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrderId order, String number, AccountId account, DeviceId device, TonerColour colour) {
        jdbc.sql("""
                        insert into toner_order (order_id, order_number, account_id, device_id, colour)
                        values (:order, :number, :account, :device, :colour) on conflict do nothing
                        """)
                .param("order", order.value())
                .param("number", number)
                .param("account", account.value())
                .param("device", device.value())
                .param("colour", colour.name())
                .update();
    }

    Optional<TonerOrder> find(OrderId order) {
        return jdbc.sql("select order_number, account_id, device_id, colour from toner_order where order_id = :order")
                .param("order", order.value())
                .query((row, number) -> new TonerOrder(
                        row.getString("order_number"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        row.getString("colour")))
                .optional();
    }
}
