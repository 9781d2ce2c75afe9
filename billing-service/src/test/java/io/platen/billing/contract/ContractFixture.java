package io.platen.billing.contract;

import io.platen.billing.contract.ContractCommand.BillPeriod;
import io.platen.billing.contract.ContractCommand.EndContract;
import io.platen.billing.contract.ContractCommand.ReplaceDevice;
import io.platen.billing.contract.ContractEvent.ContractActivated;
import io.platen.billing.contract.ContractEvent.ContractEnded;
import io.platen.billing.contract.ContractEvent.DeviceReplaced;
import io.platen.billing.contract.ContractEvent.PeriodBilled;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** One contract of the year 2026 over two devices, and the reads that it knows. */
final class ContractFixture {

    static final ContractId CONTRACT = ContractId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a07");
    static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    static final InvoiceId INVOICE = InvoiceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a08");
    static final InvoiceId EARLIER = InvoiceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a09");
    static final DeviceId ONE = DeviceId.of("00000000-0000-4000-8000-000000000001");
    static final DeviceId THREE = DeviceId.of("00000000-0000-4000-8000-000000000003");
    static final DeviceId TWO = DeviceId.of("00000000-0000-4000-8000-000000000002");

    final AggregateTestFixture<Contract> axon = new AggregateTestFixture<>(Contract.class);
    final PaperLedger ledger = new PaperLedger();

    ContractFixture() {
        axon.registerInjectableResource(ledger);
    }

    TestExecutor<Contract> given(ContractEvent... events) {
        return axon.given(List.of(events));
    }

    static Terms terms(Map<Counter, Amount> rates, Map<Counter, Long> included) {
        return new Terms(
                "C-2026-0001",
                ACCOUNT,
                List.of(TWO, ONE),
                period("2026-01-01", "2026-12-31"),
                true,
                false,
                rates,
                included);
    }

    static Terms terms() {
        return terms(Map.of(Counter.TOTAL, euro("0.0125")), Map.of());
    }

    static Terms termsWithIncluded(long pages) {
        return terms(Map.of(Counter.TOTAL, euro("0.0125")), Map.of(Counter.TOTAL, pages));
    }

    static ContractActivated activated(Terms terms) {
        return new ContractActivated(CONTRACT, terms);
    }

    static PeriodBilled billed(InvoiceId invoice, String from, String until, Mark... marks) {
        return new PeriodBilled(CONTRACT, invoice, period(from, until), List.of(marks));
    }

    static EndContract end(String day) {
        return new EndContract(CONTRACT, LocalDate.parse(day), "Moved away");
    }

    static ContractEnded ended(String day, DeviceId... devices) {
        return new ContractEnded(
                CONTRACT, "C-2026-0001", ACCOUNT, List.of(devices), LocalDate.parse(day), "Moved away");
    }

    static ReplaceDevice replace(DeviceId old, DeviceId next, String day) {
        return new ReplaceDevice(CONTRACT, old, next, LocalDate.parse(day));
    }

    static DeviceReplaced replaced(DeviceId old, DeviceId next, String day) {
        return new DeviceReplaced(CONTRACT, "C-2026-0001", ACCOUNT, old, next, LocalDate.parse(day));
    }

    static Mark mark(DeviceId device, String day, long pages) {
        return new Mark(device, Counter.TOTAL, LocalDate.parse(day), pages);
    }

    static BillPeriod bill(String from, String until) {
        return bill(from, until, "2027-01-01");
    }

    static BillPeriod bill(String from, String until, String today) {
        return new BillPeriod(CONTRACT, INVOICE, period(from, until), LocalDate.parse(today));
    }

    static Period period(String from, String until) {
        return new Period(LocalDate.parse(from), LocalDate.parse(until));
    }

    static Amount euro(String value) {
        return new Amount("EUR", value);
    }

    /** @param rate with six decimals */
    static BilledLine line(
            DeviceId device,
            Counter counter,
            String from,
            String until,
            long previous,
            long current,
            long included,
            String rate,
            String amount) {
        return new BilledLine(
                device,
                counter,
                LocalDate.parse(from),
                LocalDate.parse(until),
                previous,
                current,
                current - previous - included,
                included,
                euro(rate),
                euro(amount));
    }
}
