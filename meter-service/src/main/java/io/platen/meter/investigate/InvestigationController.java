package io.platen.meter.investigate;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.ask.CaseProblem;
import io.platen.meter.ask.DeviceIds;
import io.platen.meter.ask.Texts;
import io.platen.meter.ask.Values;
import io.platen.meter.directory.Investigations;
import io.platen.meter.investigation.InvestigationCommand.CloseInvestigation;
import io.platen.meter.investigation.InvestigationCommand.OpenInvestigation;
import io.platen.meter.reading.CounterNames;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.Decision;
import io.platen.meter.submit.ReadAnswers;
import io.platen.meter.submit.SubmitReadRequest;
import io.platen.platform.access.Access;
import io.platen.platform.access.AccessibleDevice;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** MET-31, MET-32: opened for a customer who was refused, and closed with a read or with an explanation. */
@RestController
class InvestigationController {

    /** @param counters what the customer claims that they show */
    record OpeningRequest(
            @Schema(type = "object", additionalPropertiesSchema = Long.class, example = "{\"total\":1234}") @Nullable
            Map<String, @Nullable JsonNode> counters,

            @Schema(type = "string", format = "date") @Nullable
            JsonNode readOn,

            @Nullable String comment) {}

    record OpeningAnswer(String number) {}

    /** @param read what is stored in the end, as a read by phone */
    record ClosureRequest(
            @Nullable String explanation, @Nullable SubmitReadRequest read) {}

    private final Access access;
    private final Investigations investigations;
    private final Commands commands;

    InvestigationController(Access access, Investigations investigations, Commands commands) {
        this.access = access;
        this.investigations = investigations;
        this.commands = commands;
    }

    @PostMapping("/api/devices/{id}/investigations")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.METER_PHONE)
    @Operation(operationId = "openInvestigation", summary = "Have the reads of a device looked into")
    ResponseEntity<OpeningAnswer> open(
            @PathVariable String id, @RequestBody OpeningRequest body, Caller caller, HttpServletRequest request) {
        var device = access.requireDevice(caller, Function.METER_PHONE, DeviceIds.of(id));
        Texts.requireWhole(body);
        var comment = Texts.required("comment", body.comment());
        var readOn = Values.day("readOn", body.readOn());
        var claimed = known(Values.pages("counters", body.counters()));
        return commands.handle(caller, request, body, session -> {
            investigations
                    .open(device.deviceId(), InvestigationCause.CUSTOMER_REFUSED)
                    .ifPresent(number -> {
                        throw Rejected.of(CaseProblem.INVESTIGATION_PENDING).with("number", number);
                    });
            var investigation = MeterInvestigationId.random();
            var number = investigations.nextNumber();
            session.send(
                    new OpenInvestigation(
                            investigation,
                            number,
                            device.deviceId(),
                            InvestigationCause.CUSTOMER_REFUSED,
                            claimed,
                            readOn,
                            comment),
                    device.accountId());
            investigations.add(number, investigation, device.deviceId(), InvestigationCause.CUSTOMER_REFUSED);
            return ResponseEntity.status(HttpStatus.CREATED).body(new OpeningAnswer(number));
        });
    }

    @PostMapping("/api/investigations/{number}/closure")
    @RequiresFunction(Function.METER_PHONE)
    @Operation(
            operationId = "closeInvestigation",
            summary = "End an investigation",
            description = "With a read, it is stored under the rules of reads by phone; where it is refused or doubted,"
                    + " the answer is that of a read, and the investigation stays open.")
    @ApiResponse(responseCode = "204", description = "Closed")
    ResponseEntity<Object> close(
            @PathVariable String number, @RequestBody ClosureRequest body, Caller caller, HttpServletRequest request) {
        access.requireActive(caller);
        var known = investigations.find(number).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        var device = access.requireDevice(caller, Function.METER_PHONE, known.deviceId());
        Texts.requireWhole(body);
        var explanation = Texts.required("explanation", body.explanation());
        var language = Problems.languageOf(request);
        return commands.handle(caller, request, body, session -> {
            var read = body.read();
            return read == null
                    ? closed(session, number, known, device, explanation, null)
                    : closedWith(read, session, number, known, device, explanation, language);
        });
    }

    private ResponseEntity<Object> closedWith(
            SubmitReadRequest read,
            CommandSession session,
            String number,
            Investigations.Known known,
            AccessibleDevice device,
            String explanation,
            Locale language) {
        var command = read.toCommand(device.deviceId(), ReadId.random(), ReadSource.PHONE);
        Decision decision = session.send(command, device.accountId());
        return decision instanceof Decision.Accepted accepted
                ? closed(session, number, known, device, explanation, accepted.readId())
                : ReadAnswers.of(device.deviceId(), decision, language);
    }

    private ResponseEntity<Object> closed(
            CommandSession session,
            String number,
            Investigations.Known known,
            AccessibleDevice device,
            String explanation,
            @Nullable ReadId read) {
        boolean now =
                session.send(new CloseInvestigation(known.investigationId(), explanation, read), device.accountId());
        if (!now) {
            throw Rejected.of(CaseProblem.ALREADY_CLOSED);
        }
        investigations.close(number);
        return ResponseEntity.noContent().build();
    }

    /** What is no counter of any machine, or no number, is left out: it is a claim, not a read. */
    private static Counters known(Map<String, @Nullable Long> named) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        named.forEach((name, pages) -> {
            if (pages != null) {
                CounterNames.counterOf(name).ifPresent(counter -> counters.put(counter, pages));
            }
        });
        return new Counters(counters);
    }
}
