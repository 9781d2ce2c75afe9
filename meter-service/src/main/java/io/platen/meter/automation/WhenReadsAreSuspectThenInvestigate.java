package io.platen.meter.automation;

import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.meter.directory.BilledLines;
import io.platen.meter.investigate.Suspicions;
import io.platen.meter.reading.Counters;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.springframework.stereotype.Component;

/** BEY-11: two estimates in a row, and pages that were invoiced twice, are noticed before the customer does. */
@Component
class WhenReadsAreSuspectThenInvestigate implements InboxConsumer {

    private static final int TOO_MANY_ESTIMATES = 2;

    private final BilledLines lines;
    private final Suspicions suspicions;

    WhenReadsAreSuspectThenInvestigate(BilledLines lines, Suspicions suspicions) {
        this.lines = lines;
        this.suspicions = suspicions;
    }

    @Override
    public String name() {
        return "suspect-reads";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.METER, Topic.BILLING);
    }

    @Override
    public boolean concerns(Class<? extends PublishedEvent> type) {
        return type == MeterReadMissed.class || type == UsageInvoiceIssued.class;
    }

    @Override
    public void on(Received received) {
        switch (received.event()) {
            case MeterReadMissed missed -> {
                if (missed.missedInARow() >= TOO_MANY_ESTIMATES) {
                    suspicions.raise(
                            missed.deviceId(),
                            InvestigationCause.ESTIMATED_TWICE,
                            new Counters(missed.estimate()),
                            missed.dueOn());
                }
            }
            case UsageInvoiceIssued invoice -> {
                lines.add(invoice);
                lines.billedTwice(invoice.invoiceId())
                        .forEach(device -> suspicions.raise(
                                device, InvestigationCause.BILLED_TWICE, Counters.NONE, invoice.until()));
            }
            default -> {} // no other event raises a doubt
        }
    }
}
