package io.platen.notification.automation;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.notification.notice.Announcement;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import io.platen.notification.outbox.Announcer;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.EnumMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Toner is on its way: the device's stock managers, who receive it, hear of it (NOT-20), also where staff ordered it for
 * them; whoever did so has the number on his screen.
 */
@Component
class WhenTonerShipsThenTellStockManagers implements InboxConsumer {

    private final TonerOrders orders;
    private final Announcer announcer;

    WhenTonerShipsThenTellStockManagers(TonerOrders orders, Announcer announcer) {
        this.orders = orders;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "toner-notices";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SUPPLY);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        switch (received.event()) {
            case AutoTonerOrderPlaced e -> {
                orders.add(e.orderId(), e.orderNumber(), e.accountId(), e.deviceId(), e.colour());
                tell(Notice.TONER_ORDERED, e.orderId(), null, null, received.metadata());
            }
            case SupplyOrderPlaced e -> {
                orders.add(e.orderId(), e.orderNumber(), e.accountId(), e.deviceId(), e.colour());
                tell(Notice.TONER_ORDERED_FOR_YOU, e.orderId(), null, null, received.metadata());
            }
            case SupplyOrderShipped e ->
                tell(Notice.TONER_SHIPPED, e.orderId(), e.carrier(), e.trackingNumber(), received.metadata());
            default -> {
                // states and deliveries are seen in the portal
            }
        }
    }

    private void tell(
            Notice notice, OrderId id, @Nullable String carrier, @Nullable String tracking, EventMetadata why) {
        orders.find(id).ifPresent(order -> {
            var facts = new EnumMap<Fact, String>(Fact.class);
            facts.put(Fact.ORDER_NUMBER, order.number());
            facts.put(Fact.COLOUR, order.colour());
            if (carrier != null) {
                facts.put(Fact.CARRIER, carrier);
            }
            if (tracking != null) {
                facts.put(Fact.TRACKING_NUMBER, tracking);
            }
            announcer.announce(new Announcement(notice, why, order.account(), order.device(), null, facts));
        });
    }
}
