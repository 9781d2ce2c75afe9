package io.platen.gateway.read;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.gateway.read.BillingShapes.Order;
import io.platen.gateway.read.BillingShapes.OrderKind;
import io.platen.gateway.read.BillingShapes.OrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels of toner, and whether a device gets any by itself. */
@Repository
class OrderRows {

    /** D-46, as a condition over an order (o). */
    static final String OPEN = "o.delivered_at is null";

    static final String NEWEST_FIRST = "o.placed_at desc, o.order_id";
    static final String[] SEARCHED = {
        "o.order_number ilike ?",
        "o.colour ilike ?",
        "o.tracking_number ilike ?",
        "o.label_serial ilike ?",
        "d.serial_number ilike ?",
        "d.model ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?"
    };

    private static final String FROM = " from view_order o left join view_account a on a.account_id = o.account_id"
            + " left join view_device d on d.device_id = o.device_id";

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(Filter filter) {
        return filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
    }

    List<Order> list(Filter filter, String orderAndLimit) {
        return filter.on(
                        jdbc,
                        "select o.*, a.name as account_name, d.serial_number, d.model" + FROM + filter.where()
                                + orderAndLimit)
                .query(OrderRows::order)
                .list();
    }

    private static Order order(ResultSet rows, int number) throws SQLException {
        var shipped = instant(rows, "shipped_at");
        var delivered = instant(rows, "delivered_at");
        var serial = rows.getString("label_serial");
        var known = rows.getString("serial_number");
        var model = rows.getString("model");
        var account = rows.getString("account_name");
        return new Order(
                rows.getObject("order_id", UUID.class),
                rows.getString("order_number"),
                OrderKind.valueOf(rows.getString("kind")),
                delivered != null ? OrderState.DELIVERED : shipped != null ? OrderState.SHIPPED : OrderState.PLACED,
                TonerColour.valueOf(rows.getString("colour")),
                rows.getObject("device_id", UUID.class),
                known == null ? serial : known,
                model == null ? "" : model,
                rows.getObject("account_id", UUID.class),
                account == null ? "" : account,
                new ShippingLabel(
                        rows.getString("attention"),
                        rows.getString("label_name"),
                        rows.getString("street"),
                        rows.getString("postal_code"),
                        rows.getString("city"),
                        rows.getString("country"),
                        serial),
                rows.getString("carrier"),
                rows.getString("tracking_number"),
                rows.getTimestamp("placed_at").toInstant(),
                shipped,
                delivered);
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        var at = rows.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
