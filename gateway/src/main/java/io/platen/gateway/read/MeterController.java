package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.MeterShapes.Correction;
import io.platen.gateway.read.MeterShapes.CorrectionPage;
import io.platen.gateway.read.MeterShapes.CorrectionState;
import io.platen.gateway.read.MeterShapes.DueReadPage;
import io.platen.gateway.read.MeterShapes.InvestigationPage;
import io.platen.gateway.read.MeterShapes.InvestigationState;
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

/** Reads that are waited for, asked to be corrected, or looked into. */
@RestController
class MeterController {

    private static final Map<String, String> SORTABLE_CORRECTIONS = Map.ofEntries(
            Map.entry("number", "c.number"),
            Map.entry("state", "c.state"),
            Map.entry("serialNumber", "d.serial_number"),
            Map.entry("model", "d.model"),
            Map.entry("accountName", "a.name"),
            Map.entry("invoiceNumber", "c.invoice_number"),
            Map.entry("readOn", "c.read_on"),
            Map.entry("requestedAt", "c.requested_at"),
            Map.entry("decidedAt", "c.decided_at"));
    private static final Map<String, String> SORTABLE_INVESTIGATIONS = Map.ofEntries(
            Map.entry("number", "i.number"),
            Map.entry("state", "i.state"),
            Map.entry("cause", "i.cause"),
            Map.entry("serialNumber", "d.serial_number"),
            Map.entry("model", "d.model"),
            Map.entry("accountName", "a.name"),
            Map.entry("readOn", "i.read_on"),
            Map.entry("openedAt", "i.opened_at"),
            Map.entry("closedAt", "i.closed_at"));

    private final MeterRows meters;

    MeterController(MeterRows meters) {
        this.meters = meters;
    }

    @GetMapping("/api/meters/due")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(
            operationId = "listDueReads",
            summary = "MET-01: scheduled reads that are open now, of devices assigned to the caller (D-49)")
    DueReadPage due(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String serialNumber,
            @RequestParam(required = false) @Nullable UUID accountId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, MeterRows.SORTABLE_DUE, MeterRows.MOST_URGENT_FIRST);
        var filter = MeterRows.due(caller, accountId);
        if (serialNumber != null) {
            filter.wordsOf("serialNumber", serialNumber, "d.serial_number ilike ?");
        }
        if (q != null) {
            filter.words(q, MeterRows.SEARCHED_DUE);
        }
        var mark = Mark.of(response);
        return new DueReadPage(
                meters.due(filter, part.sql()),
                part.number(),
                part.size(),
                meters.countDue(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/corrections")
    @RequiresFunction({Function.METER_CORRECT, Function.METER_DECIDE})
    @Operation(operationId = "listCorrections", summary = "Corrections of reads in the caller's scope")
    CorrectionPage corrections(
            Caller caller,
            @RequestParam(required = false) @Nullable CorrectionState state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable UUID deviceId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_CORRECTIONS, "c.requested_at desc, c.number");
        var filter = Filter.corrections(caller);
        if (state != null) {
            filter.and("c.state = " + filter.with(state.name()));
        }
        if (accountId != null) {
            filter.and("c.account_id = " + filter.with(accountId));
        }
        if (deviceId != null) {
            filter.and("c.device_id = " + filter.with(deviceId));
        }
        if (q != null) {
            filter.words(q, MeterRows.SEARCHED_CORRECTIONS);
        }
        var mark = Mark.of(response);
        return new CorrectionPage(
                meters.corrections(filter, part.sql()),
                part.number(),
                part.size(),
                meters.countCorrections(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/corrections/{number}")
    @RequiresFunction({Function.METER_CORRECT, Function.METER_DECIDE})
    @Operation(operationId = "getCorrection", summary = "MET-27: a correction by its number")
    Correction correction(Caller caller, @PathVariable String number) {
        var filter = Filter.corrections(caller);
        filter.and("c.number = " + filter.with(number));
        return meters.corrections(filter, " limit 1").stream()
                .findFirst()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    @GetMapping("/api/investigations")
    @RequiresFunction({Function.METER_PHONE, Function.METER_VIEW})
    @Operation(operationId = "listInvestigations", summary = "Reads that are looked into, in the caller's scope")
    InvestigationPage investigations(
            Caller caller,
            @RequestParam(required = false) @Nullable InvestigationState state,
            @RequestParam(required = false) io.platen.contracts.meter.@Nullable InvestigationCause cause,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID deviceId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_INVESTIGATIONS, "i.opened_at desc, i.number");
        var filter = Filter.investigations(caller);
        if (state != null) {
            filter.and("i.state = " + filter.with(state.name()));
        }
        if (cause != null) {
            filter.and("i.cause = " + filter.with(cause.name()));
        }
        if (deviceId != null) {
            filter.and("i.device_id = " + filter.with(deviceId));
        }
        if (q != null) {
            filter.words(q, MeterRows.SEARCHED_INVESTIGATIONS);
        }
        var mark = Mark.of(response);
        return new InvestigationPage(
                meters.investigations(filter, part.sql()),
                part.number(),
                part.size(),
                meters.countInvestigations(filter),
                mark.asOf(),
                mark.position());
    }
}
