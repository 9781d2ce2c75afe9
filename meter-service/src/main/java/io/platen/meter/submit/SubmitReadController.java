package io.platen.meter.submit;

import io.platen.contracts.access.Function;
import io.platen.meter.ask.DeviceIds;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.Problems;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** MET-06 to MET-15: one read of one device; MET-31: one that staff took by phone. */
@RestController
class SubmitReadController {

    private final ReadSubmission submission;
    private final Commands commands;

    SubmitReadController(ReadSubmission submission, Commands commands) {
        this.submission = submission;
        this.commands = commands;
    }

    @PostMapping("/api/devices/{id}/reads")
    @RequiresFunction({Function.METER_SUBMIT, Function.METER_PHONE})
    @Operation(
            operationId = "submitRead",
            summary = "Hand in a meter read",
            description = "All faults are told at once. A doubtful read is not stored; send the same values with the"
                    + " warningToken to confirm it. From staff it is a read by phone; with a reason a day may have a"
                    + " second one.")
    @ApiResponse(
            responseCode = "201",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = SubmitReadAnswer.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Refused by a rule, or doubtful (METER_READ_DOUBTFUL with warnings and warningToken)",
            content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<Object> submit(
            @PathVariable String id, @RequestBody SubmitReadRequest body, Caller caller, HttpServletRequest request) {
        var work = submission.of(caller, DeviceIds.of(id), body, Problems.languageOf(request));
        return commands.handle(caller, request, body, work);
    }
}
