package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderShipped;
import org.springframework.stereotype.Component;

/** Automatic replenishment and its parcels. A parcel's way may be known before its order. */
@Component
class SupplyProjection {

    private final Statements rows;

    SupplyProjection(Statements rows) {
        this.rows = rows;
    }

    void on(SupplyEvent event, EventMetadata metadata) {
        switch (event) {
            case AutoTonerStateChanged changed ->
                rows.run("""
                        insert into view_auto_toner (device_id, state) values (?, ?)
                        on conflict (device_id) do update set state = excluded.state
                        """, changed.deviceId().value(), changed.state().name());
            case AutoTonerShipmentSkipped skipped ->
                rows.run(
                        """
                        insert into view_auto_toner (device_id, last_skip_reason, last_skip_colour, last_skip_at)
                        values (?, ?, ?, ?)
                        on conflict (device_id) do update set last_skip_reason = excluded.last_skip_reason,
                            last_skip_colour = excluded.last_skip_colour, last_skip_at = excluded.last_skip_at
                        """,
                        skipped.deviceId().value(),
                        skipped.reason().name(),
                        skipped.colour().name(),
                        at(metadata.occurredAt()));
            case AutoTonerOrderPlaced placed -> place(placed);
            case SupplyOrderShipped shipped ->
                rows.run(
                        """
                        insert into view_order (order_id, carrier, tracking_number, shipped_at) values (?, ?, ?, ?)
                        on conflict (order_id) do update set carrier = excluded.carrier,
                            tracking_number = excluded.tracking_number, shipped_at = excluded.shipped_at
                        """,
                        shipped.orderId().value(),
                        shipped.carrier(),
                        shipped.trackingNumber(),
                        at(shipped.shippedAt()));
            case SupplyOrderDelivered delivered ->
                rows.run("""
                        insert into view_order (order_id, delivered_at) values (?, ?)
                        on conflict (order_id) do update set delivered_at = excluded.delivered_at
                        """, delivered.orderId().value(), at(delivered.deliveredAt()));
        }
    }

    private void place(AutoTonerOrderPlaced placed) {
        var label = placed.label();
        rows.run(
                """
                insert into view_order (order_id, order_number, kind, device_id, account_id, colour, attention, label_name,
                    street, postal_code, city, country, label_serial, placed_at)
                values (?, ?, 'AUTO_TONER', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (order_id) do update set order_number = excluded.order_number, kind = excluded.kind,
                    device_id = excluded.device_id, account_id = excluded.account_id, colour = excluded.colour,
                    attention = excluded.attention, label_name = excluded.label_name, street = excluded.street,
                    postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                    label_serial = excluded.label_serial, placed_at = excluded.placed_at
                """,
                placed.orderId().value(),
                placed.orderNumber(),
                placed.deviceId().value(),
                placed.accountId().value(),
                placed.colour().name(),
                label.attention(),
                label.name(),
                label.street(),
                label.postalCode(),
                label.city(),
                label.country(),
                label.serialNumber(),
                at(placed.placedAt()));
        rows.run(
                "update view_timeline set device_id = ?, account_id = ? where order_id = ?",
                placed.deviceId().value(),
                placed.accountId().value(),
                placed.orderId().value());
    }
}
