package io.platen.billing.publish;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.ContractEvent;
import io.platen.billing.invoice.InvoiceEvent;
import io.platen.billing.usage.UsageEvent;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.event.PublishedEvent;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** What billing-service stores, as it tells it. That a period is billed is told by its invoice. */
@Component
public class BillingPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case ContractEvent contract -> published(contract);
            case InvoiceEvent invoice -> List.of(published(invoice));
            case UsageEvent usage -> List.of(published(usage));
            default -> throw new IllegalStateException("No event of this service: " + event.payload());
        };
    }

    private static List<PublishedEvent> published(ContractEvent event) {
        return switch (event) {
            case ContractEvent.ContractActivated e ->
                List.of(new ContractActivated(
                        e.contractId(),
                        e.terms().number(),
                        e.terms().accountId(),
                        new LinkedHashSet<>(e.terms().devices()),
                        e.terms().term().from(),
                        e.terms().term().until(),
                        e.terms().maintenance(),
                        e.terms().supplies(),
                        e.terms().rates(),
                        e.terms().includedPages(),
                        e.terms().meterCycle()));
            case ContractEvent.ContractEnded e ->
                List.of(new ContractEnded(
                        e.contractId(),
                        e.number(),
                        e.accountId(),
                        new LinkedHashSet<>(e.devices()),
                        e.endedOn(),
                        e.reason()));
            case ContractEvent.DeviceReplaced e ->
                List.of(new ContractDeviceReplaced(
                        e.contractId(), e.number(), e.accountId(), e.deviceId(), e.newDeviceId(), e.replacedOn()));
            case ContractEvent.PeriodBilled e -> List.of();
        };
    }

    private static PublishedEvent published(InvoiceEvent event) {
        return switch (event) {
            case InvoiceEvent.InvoiceIssued e ->
                new UsageInvoiceIssued(
                        e.invoiceId(),
                        e.number(),
                        e.contractId(),
                        e.accountId(),
                        e.period().from(),
                        e.period().until(),
                        lines(e.lines()),
                        e.total(),
                        e.issuedOn(),
                        e.dueOn());
        };
    }

    private static PublishedEvent published(UsageEvent event) {
        return switch (event) {
            case UsageEvent.UsageAdded e ->
                new UsageRecorded(
                        e.contractId(), e.accountId(), e.deviceId(), e.readId(), e.readOn(), lines(e.lines()));
        };
    }

    private static List<UsageLine> lines(List<BilledLine> lines) {
        return lines.stream()
                .map(line -> new UsageLine(
                        line.deviceId(),
                        line.counter(),
                        line.from(),
                        line.until(),
                        line.previous(),
                        line.current(),
                        line.pages(),
                        line.included(),
                        line.rate(),
                        line.amount(),
                        line.estimated()))
                .toList();
    }
}
