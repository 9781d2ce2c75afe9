package io.platen.billing.contract;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.billing.contract.ContractCommand.ActivateContract;
import io.platen.billing.contract.ContractCommand.BillPeriod;
import io.platen.billing.contract.ContractCommand.EndContract;
import io.platen.billing.contract.ContractCommand.ReplaceDevice;
import io.platen.billing.contract.ContractEvent.ContractActivated;
import io.platen.billing.contract.ContractEvent.ContractEnded;
import io.platen.billing.contract.ContractEvent.DeviceReplaced;
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
    private Coverage coverage = Coverage.NONE;
    private @Nullable LocalDate endedOn;
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
        if (!period.isWithin(term())) {
            return new BillDecision.OutsideContract(term());
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
        var uses = coverage.uses(ledger, agreed.rates().keySet(), firstBilledDay(period), period.until());
        var bill = Bill.of(agreed, period, marks, uses);
        if (bill.showsNoUse()) {
            return new BillDecision.NothingToInvoice();
        }
        apply(new PeriodBilled(command.contractId(), command.invoiceId(), period, bill.marks()));
        return new BillDecision.Billed(bill.lines());
    }

    @CommandHandler
    EndDecision end(EndContract command) {
        var agreed = Objects.requireNonNull(terms);
        var day = command.endedOn();
        if (endedOn != null) {
            return new EndDecision.AlreadyEnded(endedOn);
        }
        if (!new Period(day, day).isWithin(agreed.term())) {
            return new EndDecision.OutsideContract(agreed.term());
        }
        if (!billed.isEmpty() && billed.getLast().period().until().isAfter(day)) {
            return new EndDecision.BilledLonger(billed.getLast().period().until());
        }
        apply(new ContractEnded(
                command.contractId(),
                agreed.number(),
                agreed.accountId(),
                coverage.devicesOn(day),
                day,
                command.reason()));
        return new EndDecision.Ended(day);
    }

    /** @return whether it covers another machine now */
    @CommandHandler
    boolean replace(ReplaceDevice command) {
        var agreed = Objects.requireNonNull(terms);
        var after = coverage.replaced(command.deviceId(), command.newDeviceId(), command.replacedOn());
        if (after.equals(coverage)) {
            return false;
        }
        apply(new DeviceReplaced(
                command.contractId(),
                agreed.number(),
                agreed.accountId(),
                command.deviceId(),
                command.newDeviceId(),
                command.replacedOn()));
        return true;
    }

    /** As agreed, or shorter where it was ended. */
    private Period term() {
        var agreed = Objects.requireNonNull(terms).term();
        return endedOn == null ? agreed : new Period(agreed.from(), endedOn);
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
                coverage = Coverage.of(activated.terms());
            }
            case ContractEnded ended -> {
                endedOn = ended.endedOn();
                coverage = coverage.endedOn(ended.endedOn());
            }
            case DeviceReplaced replaced ->
                coverage = coverage.replaced(replaced.deviceId(), replaced.newDeviceId(), replaced.replacedOn());
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
