package io.platen.billing.contract;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.billing.contract.ContractCommand.ActivateContract;
import io.platen.billing.contract.ContractCommand.BillPeriod;
import io.platen.billing.contract.ContractEvent.ContractActivated;
import io.platen.billing.contract.ContractEvent.PeriodBilled;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What was agreed, and up to where its usage is billed: every day once, period after period, every page once. */
@Aggregate
class Contract {

    @AggregateIdentifier
    private @Nullable ContractId contractId;

    private @Nullable Terms terms;
    private List<BilledPeriod> billed = List.of();
    private Map<Meter, DayRead> marks = Map.of();

    private record BilledPeriod(InvoiceId invoiceId, Period period) {}

    Contract() {}

    @CommandHandler
    Contract(ActivateContract command) {
        apply(new ContractActivated(command.contractId(), command.terms()));
    }

    @CommandHandler
    BillDecision bill(BillPeriod command, ReadLedger ledger) {
        var agreed = Objects.requireNonNull(terms);
        var period = command.period();
        for (var earlier : billed) {
            if (earlier.period().overlaps(period)) {
                return new BillDecision.AlreadyInvoiced(earlier.invoiceId(), earlier.period());
            }
        }
        if (!period.isWithin(agreed.term())) {
            return new BillDecision.OutsideContract(agreed.term());
        }
        if (!billed.isEmpty()) {
            var next = billed.getLast().period().until().plusDays(1);
            if (!period.from().equals(next)) {
                return new BillDecision.NotNext(next);
            }
        }
        if (period.until().isAfter(command.today())) {
            return new BillDecision.NotOver(command.today());
        }
        var reads = ledger.around(agreed.devices(), agreed.rates().keySet(), firstBilledDay(period), period.until());
        var bill = Bill.of(agreed, period, marks, reads);
        if (bill.showsNoUse()) {
            return new BillDecision.NothingToInvoice();
        }
        apply(new PeriodBilled(command.contractId(), command.invoiceId(), period, bill.marks()));
        return new BillDecision.Billed(bill.lines());
    }

    /** A counter that no bill had yet is counted from here. */
    private LocalDate firstBilledDay(Period period) {
        return billed.isEmpty() ? period.from() : billed.getFirst().period().from();
    }

    @EventSourcingHandler
    void on(ContractEvent event) {
        switch (event) {
            case ContractActivated activated -> {
                contractId = activated.contractId();
                terms = activated.terms();
            }
            case PeriodBilled period -> {
                var periods = new ArrayList<>(billed);
                periods.add(new BilledPeriod(period.invoiceId(), period.period()));
                billed = List.copyOf(periods);
                var further = new HashMap<>(marks);
                for (var mark : period.marks()) {
                    further.put(new Meter(mark.deviceId(), mark.counter()), new DayRead(mark.readOn(), mark.pages()));
                }
                marks = Map.copyOf(further);
            }
        }
    }
}
