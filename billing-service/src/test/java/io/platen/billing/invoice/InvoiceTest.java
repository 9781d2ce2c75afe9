package io.platen.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.contract.Period;
import io.platen.billing.invoice.InvoiceCommand.IssueUsageInvoice;
import io.platen.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    private static final ContractId CONTRACT = ContractId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final Period JANUARY = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31"));
    private static final InvoiceId INVOICE = UsageInvoiceId.of(CONTRACT, JANUARY);
    private static final LocalDate ISSUED = LocalDate.parse("2026-02-01");
    private static final LocalDate DUE = LocalDate.parse("2026-03-03");

    private final AggregateTestFixture<Invoice> invoice = new AggregateTestFixture<>(Invoice.class);

    @Test
    void itsLinesSumToItsTotalAndItIsDueIn30Days() {
        var lines = List.of(line(1001, "EUR"), line(99, "EUR"));

        invoice.givenNoPriorActivity()
                .when(new IssueUsageInvoice(INVOICE, "INV-202600001", CONTRACT, ACCOUNT, JANUARY, lines, ISSUED))
                .expectResultMessagePayload(new Amount("EUR", "13.75"))
                .expectEvents(issued(lines, "13.75"));
    }

    @Test
    void anotherTotalIsNone() {
        assertThatThrownBy(() -> issued(List.of(line(1001, "EUR")), "12.50"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutALineOrInTwoCurrenciesThereIsNone() {
        for (var lines : List.of(List.<BilledLine>of(), List.of(line(1, "EUR"), line(1, "GBP")))) {
            invoice.givenNoPriorActivity()
                    .when(new IssueUsageInvoice(INVOICE, "INV-202600001", CONTRACT, ACCOUNT, JANUARY, lines, ISSUED))
                    .expectException(IllegalArgumentException.class)
                    .expectNoEvents();
        }
    }

    @Test
    void itIsIssuedOnce() {
        var lines = List.of(line(1001, "EUR"));

        invoice.given(issued(lines, "12.51"))
                .when(new IssueUsageInvoice(INVOICE, "INV-202600002", CONTRACT, ACCOUNT, JANUARY, lines, ISSUED))
                .expectException(RuntimeException.class);
    }

    @Test
    void oneContractAndFirstDayAreOneInvoice() {
        var longer = new Period(JANUARY.from(), JANUARY.until().plusDays(1));
        var later = new Period(JANUARY.from().plusDays(1), JANUARY.until());

        assertThat(UsageInvoiceId.of(CONTRACT, longer)).isEqualTo(INVOICE);
        assertThat(UsageInvoiceId.of(CONTRACT, later)).isNotEqualTo(INVOICE);
        assertThat(UsageInvoiceId.of(ContractId.random(), JANUARY)).isNotEqualTo(INVOICE);
    }

    @Test
    void aLineThatDoesNotAddUpIsNone() {
        var rate = new Amount("EUR", "0.012500");
        var device = DeviceId.random();
        assertThatThrownBy(() -> new BilledLine(
                        device, Counter.TOTAL, ISSUED, DUE, 0, 100, 99, 0, rate, new Amount("EUR", "1.24")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BilledLine(
                        device, Counter.TOTAL, ISSUED, DUE, 0, 100, 100, 0, rate, new Amount("EUR", "1.26")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BilledLine(
                        device, Counter.TOTAL, ISSUED, DUE, 0, 100, -1, 101, rate, new Amount("EUR", "-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static InvoiceIssued issued(List<BilledLine> lines, String total) {
        return new InvoiceIssued(
                INVOICE, "INV-202600001", CONTRACT, ACCOUNT, JANUARY, lines, new Amount("EUR", total), ISSUED, DUE);
    }

    private static BilledLine line(long pages, String currency) {
        return BilledLine.of(
                new Meter(DeviceId.random(), Counter.TOTAL),
                new DayRead(JANUARY.from(), 500),
                new DayRead(JANUARY.until(), 500 + pages),
                0,
                new Amount(currency, "0.012500"));
    }
}
