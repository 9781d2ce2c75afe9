package io.platen.contracts.billing;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What billing-service tells. */
public sealed interface BillingEvent extends PublishedEvent
        permits ContractActivated, ContractDeviceReplaced, ContractEnded, UsageInvoiceIssued, UsageRecorded {

    @Override
    default Topic topic() {
        return Topic.BILLING;
    }
}
