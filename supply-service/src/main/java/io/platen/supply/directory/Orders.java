package io.platen.supply.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.OrderId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose each order is, and the numbers of the next ones. */
@Repository
public class Orders {

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never given twice; one whose transaction fails is given to nobody. */
    public String nextNumber() {
        return "SO-%07d"
                .formatted(jdbc.sql("select nextval('order_number')")
                        .query(Long.class)
                        .single());
    }

    public void add(OrderId order, String number, AccountId account) {
        jdbc.sql("insert into supply_order (order_id, order_number, account_id) values (:order, :number, :account)")
                .param("order", order.value())
                .param("number", number)
                .param("account", account.value())
                .update();
    }

    public String numberOf(OrderId order) {
        return jdbc.sql("select order_number from supply_order where order_id = :order")
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    public Optional<AccountId> accountOf(OrderId order) {
        return jdbc.sql("select account_id from supply_order where order_id = :order")
                .param("order", order.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }
}
