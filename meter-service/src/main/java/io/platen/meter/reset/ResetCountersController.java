package io.platen.meter.reset;

import io.platen.contracts.access.Function;
import io.platen.meter.ask.DeviceIds;
import io.platen.meter.ask.Refusals;
import io.platen.meter.ask.Texts;
import io.platen.meter.ask.Values;
import io.platen.meter.reading.MeterCommand.ResetCounters;
import io.platen.meter.reading.Objection;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** MET-33: what is read later is compared with the new base, and the billing meter goes on. */
@RestController
class ResetCountersController {

    /**
     * @param oldCounters what the counters showed last, those that were reset alone
     * @param newCounters what the same counters show since
     */
    record ResetRequest(
            @Schema(type = "string", format = "date", description = "Day of the device's calendar; today where absent")
            @Nullable
            JsonNode resetOn,

            @Schema(type = "object", additionalPropertiesSchema = Long.class, example = "{\"total\":123456}") @Nullable
            Map<String, @Nullable JsonNode> oldCounters,

            @Schema(type = "object", additionalPropertiesSchema = Long.class, example = "{\"total\":0}") @Nullable
            Map<String, @Nullable JsonNode> newCounters,

            @Nullable String reason) {}

    private final Access access;
    private final Commands commands;

    ResetCountersController(Access access, Commands commands) {
        this.access = access;
        this.commands = commands;
    }

    @PostMapping("/api/devices/{id}/counter-resets")
    @RequiresFunction(Function.METER_RESET)
    @Operation(operationId = "resetCounters", summary = "Record that counters were replaced or set back")
    @ApiResponse(responseCode = "204", description = "Recorded; the billing meter goes on")
    ResponseEntity<Void> reset(
            @PathVariable String id, @RequestBody ResetRequest body, Caller caller, HttpServletRequest request) {
        var device = access.requireDevice(caller, Function.METER_RESET, DeviceIds.of(id));
        Texts.requireWhole(body);
        var command = new ResetCounters(
                device.deviceId(),
                Values.pages("oldCounters", body.oldCounters()),
                Values.pages("newCounters", body.newCounters()),
                Values.day("resetOn", body.resetOn()),
                Texts.required("reason", body.reason()));
        return commands.handle(caller, request, body, session -> {
            List<Objection> objections;
            try {
                objections = session.send(command, device.accountId());
            } catch (AggregateNotFoundException e) {
                throw Rejected.of(CommonProblem.NOT_FOUND); // seen by the access list a moment before its register
            }
            if (!objections.isEmpty()) {
                throw Refusals.of(objections);
            }
            return ResponseEntity.noContent().build();
        });
    }
}
