package io.platen.billing.issue;

import io.platen.billing.BillingProblem;
import io.platen.billing.RegionalCalendar;
import io.platen.billing.contract.BillDecision;
import io.platen.billing.contract.ContractCommand.BillPeriod;
import io.platen.billing.contract.Period;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.Invoices;
import io.platen.billing.directory.KnownContract;
import io.platen.billing.invoice.InvoiceCommand.IssueUsageInvoice;
import io.platen.billing.invoice.UsageInvoiceId;
import io.platen.contracts.access.Function;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.id.InvoiceId;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A billing clerk has the usage of a contract invoiced. */
@RestController
class IssueUsageInvoiceController {

    /** Both days inclusive. */
    record IssueUsageInvoiceRequest(
            @NotNull LocalDate from, @NotNull LocalDate until) {

        Period period() {
            if (until.isBefore(from)) {
                throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                        .field("until", BillingProblem.PERIOD_REVERSED, Map.of());
            }
            return new Period(from, until);
        }
    }

    record IssuedInvoice(InvoiceId invoiceId, String number, Amount total) {}

    private final Commands commands;
    private final Access access;
    private final Contracts contracts;
    private final Invoices invoices;
    private final RegionalCalendar calendar;
    private final Clock clock;

    IssueUsageInvoiceController(
            Commands commands,
            Access access,
            Contracts contracts,
            Invoices invoices,
            RegionalCalendar calendar,
            Clock clock) {
        this.commands = commands;
        this.access = access;
        this.contracts = contracts;
        this.invoices = invoices;
        this.calendar = calendar;
        this.clock = clock;
    }

    @PostMapping("/api/contracts/{number}/usage-invoices")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.INVOICE_DESK)
    ResponseEntity<IssuedInvoice> issue(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String number,
            @Valid @RequestBody IssueUsageInvoiceRequest body) {
        access.requireActive(caller);
        var contract = contracts.find(number).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        access.requireAccount(caller, Function.INVOICE_DESK, contract.accountId());
        var period = body.period();
        var today = calendar.today(access.region(contract.accountId()).orElse(""), clock);
        return commands.handle(caller, request, body, session -> {
            var invoice = UsageInvoiceId.of(contract.contractId(), period);
            BillDecision decision =
                    session.send(new BillPeriod(contract.contractId(), invoice, period, today), contract.accountId());
            return switch (decision) {
                case BillDecision.Billed billed -> issued(session, contract, invoice, period, billed, today);
                case BillDecision.AlreadyInvoiced earlier ->
                    throw Rejected.of(BillingProblem.PERIOD_ALREADY_INVOICED)
                            .with("invoice", invoices.numberOf(earlier.invoiceId()))
                            .with("from", earlier.period().from().toString())
                            .with("until", earlier.period().until().toString());
                case BillDecision.OutsideContract outside ->
                    throw Rejected.of(BillingProblem.PERIOD_OUTSIDE_CONTRACT)
                            .with("start", outside.term().from().toString())
                            .with("end", outside.term().until().toString());
                case BillDecision.NotNext notNext ->
                    throw Rejected.of(BillingProblem.PERIOD_NOT_NEXT)
                            .with("expected", notNext.expected().toString());
                case BillDecision.NotOver notOver ->
                    throw Rejected.of(BillingProblem.PERIOD_NOT_OVER)
                            .with("today", notOver.today().toString());
                case BillDecision.NothingToInvoice nothing -> throw Rejected.of(BillingProblem.NOTHING_TO_INVOICE);
            };
        });
    }

    /** In the transaction of the bill: one is never without the other. */
    private ResponseEntity<IssuedInvoice> issued(
            CommandSession session,
            KnownContract contract,
            InvoiceId invoice,
            Period period,
            BillDecision.Billed billed,
            LocalDate today) {
        var number = invoices.nextNumber(today);
        Amount total = session.send(
                new IssueUsageInvoice(
                        invoice, number, contract.contractId(), contract.accountId(), period, billed.lines(), today),
                contract.accountId());
        invoices.add(invoice, number, contract.contractId(), period);
        return ResponseEntity.status(HttpStatus.CREATED).body(new IssuedInvoice(invoice, number, total));
    }
}
