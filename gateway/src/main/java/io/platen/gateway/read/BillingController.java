package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.BillingShapes.ContractPage;
import io.platen.gateway.read.BillingShapes.Invoice;
import io.platen.gateway.read.BillingShapes.InvoicePage;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** BIL-07, BIL-08: contracts and invoices with their lines. */
@RestController
class BillingController {

    private static final Map<String, String> SORTABLE_CONTRACTS = Map.of(
            "number", "c.number",
            "accountName", "a.name",
            "start", "c.start_on",
            "end", "c.end_on");
    private static final Map<String, String> SORTABLE_INVOICES = Map.of(
            "number", "i.number",
            "contractNumber", "c.number",
            "accountName", "a.name",
            "from", "i.from_day",
            "until", "i.until_day",
            "issuedOn", "i.issued_on",
            "dueOn", "i.due_on",
            "total", "i.total");

    private final BillingRows billing;

    BillingController(BillingRows billing) {
        this.billing = billing;
    }

    @GetMapping("/api/contracts")
    @RequiresFunction({Function.BILLING_REPORT_VIEW, Function.INVOICE_DESK})
    @Operation(operationId = "listContracts", summary = "Contracts in the caller's scope")
    ContractPage contracts(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_CONTRACTS, "c.number, c.contract_id");
        var filter = Filter.contracts(caller);
        if (accountId != null) {
            filter.and("c.account_id = " + filter.with(accountId));
        }
        if (q != null) {
            filter.words(q, BillingRows.SEARCHED_CONTRACTS);
        }
        var mark = Mark.of(response);
        return new ContractPage(
                billing.contracts(filter, part),
                part.number(),
                part.size(),
                billing.countContracts(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/invoices")
    @RequiresFunction({Function.INVOICE_VIEW, Function.INVOICE_DESK, Function.PAYMENT_HISTORY})
    @Operation(operationId = "listInvoices", summary = "Invoices in the caller's scope, the newest first")
    InvoicePage invoices(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_INVOICES, "i.issued_on desc, i.number desc, i.invoice_id");
        var filter = Filter.invoices(caller);
        if (accountId != null) {
            filter.and("i.account_id = " + filter.with(accountId));
        }
        if (q != null) {
            filter.words(q, BillingRows.SEARCHED_INVOICES);
        }
        var mark = Mark.of(response);
        return new InvoicePage(
                billing.invoices(filter, part.sql()),
                part.number(),
                part.size(),
                billing.countInvoices(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/invoices/{number}")
    @RequiresFunction({Function.INVOICE_VIEW, Function.INVOICE_DESK, Function.PAYMENT_HISTORY})
    @Operation(operationId = "getInvoice", summary = "An invoice with its lines")
    Invoice invoice(Caller caller, @PathVariable String number) {
        var filter = Filter.invoices(caller);
        filter.and("i.number = " + filter.with(number));
        var row = billing.invoices(filter, " limit 1").stream()
                .findFirst()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        return new Invoice(row, billing.lines(row.invoiceId()));
    }
}
