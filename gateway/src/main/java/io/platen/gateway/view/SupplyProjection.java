package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerDetails;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerDisabled;
import io.platen.contracts.supply.AutoTonerEnabled;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.gateway.read.BillingShapes.OrderKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Automatic replenishment, orders by hand and their parcels. A parcel's way may be known before its order. */
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
            case AutoTonerEnabled enabled -> {
                label(enabled.deviceId(), enabled.accountId(), enabled.details());
                contact(enabled.deviceId(), enabled.contact());
                enrolled(enabled.deviceId(), metadata.occurredAt());
            }
            case AutoTonerDetailsChanged changed -> {
                label(changed.deviceId(), changed.accountId(), changed.details());
                contact(changed.deviceId(), changed.contact());
                if (changed.details() == null) {
                    enrolled(changed.deviceId(), null);
                }
            }
            case AutoTonerDisabled disabled -> enrolled(disabled.deviceId(), null);
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
            case AutoTonerOrderPlaced placed ->
                place(
                        placed.orderId(),
                        placed.orderNumber(),
                        OrderKind.AUTO_TONER,
                        placed.deviceId(),
                        placed.accountId(),
                        placed.colour(),
                        placed.label(),
                        placed.placedAt());
            case SupplyOrderPlaced placed ->
                place(
                        placed.orderId(),
                        placed.orderNumber(),
                        OrderKind.BY_HAND,
                        placed.deviceId(),
                        placed.accountId(),
                        placed.colour(),
                        placed.label(),
                        placed.placedAt());
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

    private void label(DeviceId device, @Nullable AccountId account, @Nullable AutoTonerDetails details) {
        rows.run(
                """
                insert into view_auto_toner (device_id, label_account, attention, label_name, street, postal_code, city,
                    country)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (device_id) do update set label_account = excluded.label_account,
                    attention = excluded.attention, label_name = excluded.label_name, street = excluded.street,
                    postal_code = excluded.postal_code, city = excluded.city, country = excluded.country
                """,
                device.value(),
                account == null || details == null ? null : account.value(),
                details == null ? null : details.attention(),
                details == null ? null : details.name(),
                details == null ? null : details.street(),
                details == null ? null : details.postalCode(),
                details == null ? null : details.city(),
                details == null ? null : details.country());
    }

    private void contact(DeviceId device, @Nullable AutoTonerContact contact) {
        rows.run(
                """
                insert into view_auto_toner (device_id, contact_first_name, contact_last_name, contact_phone, contact_email)
                values (?, ?, ?, ?, ?)
                on conflict (device_id) do update set contact_first_name = excluded.contact_first_name,
                    contact_last_name = excluded.contact_last_name, contact_phone = excluded.contact_phone,
                    contact_email = excluded.contact_email
                """,
                device.value(),
                contact == null ? null : contact.firstName(),
                contact == null ? null : contact.lastName(),
                contact == null ? null : contact.phone(),
                contact == null ? null : contact.email());
    }

    private void enrolled(DeviceId device, @Nullable Instant since) {
        rows.run("""
                insert into view_auto_toner (device_id, enrolled_since) values (?, ?)
                on conflict (device_id) do update set enrolled_since = excluded.enrolled_since
                """, device.value(), since == null ? null : at(since));
    }

    private void place(
            OrderId order,
            String number,
            OrderKind kind,
            DeviceId device,
            AccountId account,
            TonerColour colour,
            ShippingLabel label,
            Instant placedAt) {
        rows.run(
                """
                insert into view_order (order_id, order_number, kind, device_id, account_id, colour, attention, label_name,
                    street, postal_code, city, country, label_serial, placed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (order_id) do update set order_number = excluded.order_number, kind = excluded.kind,
                    device_id = excluded.device_id, account_id = excluded.account_id, colour = excluded.colour,
                    attention = excluded.attention, label_name = excluded.label_name, street = excluded.street,
                    postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                    label_serial = excluded.label_serial, placed_at = excluded.placed_at
                """,
                order.value(),
                number,
                kind.name(),
                device.value(),
                account.value(),
                colour.name(),
                label.attention(),
                label.name(),
                label.street(),
                label.postalCode(),
                label.city(),
                label.country(),
                label.serialNumber(),
                at(placedAt));
        rows.run(
                "update view_timeline set device_id = ?, account_id = ? where order_id = ?",
                device.value(),
                account.value(),
                order.value());
    }
}
