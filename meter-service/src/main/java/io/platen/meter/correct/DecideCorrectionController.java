package io.platen.meter.correct;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.ReadId;
import io.platen.meter.ask.CaseProblem;
import io.platen.meter.ask.Refusals;
import io.platen.meter.ask.Texts;
import io.platen.meter.correction.CorrectionCommand.ApproveCorrection;
import io.platen.meter.correction.CorrectionCommand.RejectCorrection;
import io.platen.meter.correction.CorrectionEvent.CorrectionRequested;
import io.platen.meter.correction.CorrectionVerdict;
import io.platen.meter.directory.Corrections;
import io.platen.meter.reading.MeterCommand.ApplyCorrection;
import io.platen.meter.reading.Objection;
import io.platen.platform.access.Access;
import io.platen.platform.access.AccessibleDevice;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** MET-30: a billing clerk decides; the approval and the register's change are one transaction. */
@RestController
class DecideCorrectionController {

    record ReasonRequest(@Nullable String reason) {}

    private record Reached(Corrections.Known correction, AccessibleDevice device) {}

    private final Access access;
    private final Corrections corrections;
    private final Commands commands;

    DecideCorrectionController(Access access, Corrections corrections, Commands commands) {
        this.access = access;
        this.corrections = corrections;
        this.commands = commands;
    }

    @PostMapping("/api/corrections/{number}/approval")
    @RequiresFunction(Function.METER_DECIDE)
    @Operation(operationId = "approveCorrection", summary = "Put the right read in the place of the invoiced one")
    @ApiResponse(responseCode = "204", description = "Corrected; billing credits and invoices anew")
    ResponseEntity<Void> approve(
            @PathVariable String number, @RequestBody ReasonRequest body, Caller caller, HttpServletRequest request) {
        var reached = reach(caller, number);
        var reason = Texts.required("reason", body.reason());
        return commands.handle(caller, request, body, session -> {
            var asked = decided(session.send(
                    new ApproveCorrection(reached.correction().correctionId(), reason),
                    reached.device().accountId()));
            List<Objection> objections =
                    session.send(applied(asked, reason), reached.device().accountId());
            if (!objections.isEmpty()) {
                throw Refusals.of(objections);
            }
            corrections.decide(number, true);
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/api/corrections/{number}/rejection")
    @RequiresFunction(Function.METER_DECIDE)
    @Operation(operationId = "rejectCorrection", summary = "Leave the invoiced read as it is")
    @ApiResponse(responseCode = "204", description = "The invoiced read stays")
    ResponseEntity<Void> reject(
            @PathVariable String number, @RequestBody ReasonRequest body, Caller caller, HttpServletRequest request) {
        var reached = reach(caller, number);
        var reason = Texts.required("reason", body.reason());
        return commands.handle(caller, request, body, session -> {
            decided(session.send(
                    new RejectCorrection(reached.correction().correctionId(), reason),
                    reached.device().accountId()));
            corrections.decide(number, false);
            return ResponseEntity.noContent().build();
        });
    }

    private Reached reach(Caller caller, String number) {
        access.requireActive(caller);
        var known = corrections.find(number).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        return new Reached(known, access.requireDevice(caller, Function.METER_DECIDE, known.deviceId()));
    }

    private static CorrectionRequested decided(CorrectionVerdict verdict) {
        return switch (verdict) {
            case CorrectionVerdict.Decided decided -> decided.request();
            case CorrectionVerdict.AlreadyDecided already -> throw Rejected.of(CaseProblem.ALREADY_DECIDED);
        };
    }

    private static ApplyCorrection applied(CorrectionRequested asked, String reason) {
        return new ApplyCorrection(
                asked.deviceId(),
                ReadId.random(),
                asked.corrected(),
                asked.invoicedOn(),
                asked.invoiced(),
                asked.counters(),
                asked.readOn(),
                asked.correctionId(),
                asked.number(),
                reason);
    }
}
