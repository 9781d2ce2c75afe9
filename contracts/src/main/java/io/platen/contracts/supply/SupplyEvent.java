package io.platen.contracts.supply;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What supply-service tells. */
public sealed interface SupplyEvent extends PublishedEvent
        permits AutoTonerDetailsChanged,
                AutoTonerDisabled,
                AutoTonerEnabled,
                AutoTonerOrderPlaced,
                AutoTonerShipmentSkipped,
                AutoTonerStateChanged,
                SupplyOrderDelivered,
                SupplyOrderPlaced,
                SupplyOrderShipped {

    @Override
    default Topic topic() {
        return Topic.SUPPLY;
    }
}
