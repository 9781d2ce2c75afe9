package io.platen.notification.automation;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the later events of an automatic order leave out. */
@Repository
class TonerOrders {

    record TonerOrder(String number, AccountId account, DeviceId device, String colour) {}

    private final JdbcClient jdbc;

    TonerOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AutoTonerOrderPlaced placed) {
        jdbc.sql("""
                        insert into toner_order (order_id, order_number, account_id, device_id, colour)
                        values (:order, :number, :account, :device, :colour) on conflict do nothing
                        """)
                .param("order", placed.orderId().value())
                .param("number", placed.orderNumber())
                .param("account", placed.accountId().value())
                .param("device", placed.deviceId().value())
                .param("colour", placed.colour().name())
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
