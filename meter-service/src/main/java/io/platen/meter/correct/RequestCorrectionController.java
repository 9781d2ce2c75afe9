package io.platen.meter.correct;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.ask.CaseProblem;
import io.platen.meter.ask.DeviceIds;
import io.platen.meter.ask.Refusals;
import io.platen.meter.ask.Texts;
import io.platen.meter.ask.Values;
import io.platen.meter.correction.CorrectionCommand.RequestCorrection;
import io.platen.meter.directory.BilledLines;
import io.platen.meter.directory.Corrections;
import io.platen.meter.reading.CounterNames;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.LedgerRead;
import io.platen.meter.reading.MeterCommand.CheckCorrection;
import io.platen.meter.reading.Objection;
import io.platen.meter.reading.ReadLedger;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** MET-26 to MET-28: of the last usage invoice alone, and one at a time. */
@RestController
class RequestCorrectionController {

    /** @param readOn day of the device's calendar; that of the invoiced read where absent */
    record CorrectionRequest(
            @Nullable String invoiceId,

            @Schema(type = "string", format = "date") @Nullable
            JsonNode readOn,

            @Schema(type = "object", additionalPropertiesSchema = Long.class, example = "{\"total\":1234}") @Nullable
            Map<String, @Nullable JsonNode> counters,

            @Nullable String comment) {}

    /** What the correction is found by later. */
    record CorrectionAnswer(String number) {}

    private final Access access;
    private final BilledLines lines;
    private final Corrections corrections;
    private final ReadLedger ledger;
    private final Commands commands;

    RequestCorrectionController(
            Access access, BilledLines lines, Corrections corrections, ReadLedger ledger, Commands commands) {
        this.access = access;
        this.lines = lines;
        this.corrections = corrections;
        this.ledger = ledger;
        this.commands = commands;
    }

    @PostMapping("/api/devices/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.METER_CORRECT)
    @Operation(operationId = "requestCorrection", summary = "Ask to correct the read behind the last usage invoice")
    ResponseEntity<CorrectionAnswer> request(
            @PathVariable String id, @RequestBody CorrectionRequest body, Caller caller, HttpServletRequest request) {
        var device = access.requireDevice(caller, Function.METER_CORRECT, DeviceIds.of(id));
        var account = Objects.requireNonNull(device.accountId()); // the function is held on an account
        Texts.requireWhole(body);
        var comment = Texts.required("comment", body.comment());
        var readOn = Values.day("readOn", body.readOn());
        var counters = Values.pages("counters", body.counters());
        return commands.handle(caller, request, body, session -> {
            var invoice = lines.last(device.deviceId())
                    .filter(last -> last.invoiceId().toString().equals(body.invoiceId()))
                    .orElseThrow(() -> Rejected.of(CaseProblem.NOT_LAST_USAGE_INVOICE)
                            .field("invoiceId", CaseProblem.NOT_LAST_USAGE_INVOICE, Map.of()));
            corrections.open(device.deviceId()).ifPresent(number -> {
                throw Rejected.of(CaseProblem.CORRECTION_PENDING).with("number", number);
            });
            return ask(session, device.deviceId(), account, invoice, readOn, counters, comment);
        });
    }

    private ResponseEntity<CorrectionAnswer> ask(
            CommandSession session,
            DeviceId device,
            AccountId account,
            BilledLines.LastInvoice invoice,
            @Nullable LocalDate readOn,
            Map<String, @Nullable Long> counters,
            String comment) {
        var wrong = invoicedRead(device, invoice);
        var day = readOn == null ? invoice.until() : readOn;
        List<Objection> objections = session.send(new CheckCorrection(device, wrong, counters, day), account);
        if (!objections.isEmpty()) {
            throw Refusals.of(objections);
        }
        var correction = MeterCorrectionId.random();
        var number = corrections.nextNumber();
        session.send(
                new RequestCorrection(
                        correction,
                        number,
                        device,
                        account,
                        invoice.invoiceId(),
                        invoice.number(),
                        wrong,
                        invoice.until(),
                        invoice.billed(),
                        day,
                        counters(counters),
                        comment),
                account);
        corrections.add(number, correction, device, invoice.invoiceId());
        return ResponseEntity.status(HttpStatus.CREATED).body(new CorrectionAnswer(number));
    }

    /** None where an estimate was invoiced. */
    private @Nullable ReadId invoicedRead(DeviceId device, BilledLines.LastInvoice invoice) {
        return ledger.of(device).reversed().stream()
                .filter(read -> read.readOn().equals(invoice.until()) && shows(read, invoice.billed()))
                .map(LedgerRead::readId)
                .findFirst()
                .orElse(null);
    }

    private static boolean shows(LedgerRead read, Counters billed) {
        return billed.pages().entrySet().stream()
                .anyMatch(counter -> counter.getValue().equals(read.billed().of(counter.getKey())));
    }

    private static Counters counters(Map<String, @Nullable Long> named) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        named.forEach((name, pages) -> {
            if (pages != null) {
                CounterNames.counterOf(name).ifPresent(counter -> counters.put(counter, pages));
            }
        });
        return new Counters(counters);
    }
}
