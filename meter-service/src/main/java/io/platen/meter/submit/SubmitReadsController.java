package io.platen.meter.submit;

import io.platen.contracts.access.Function;
import io.platen.meter.submit.SubmitReadsRequest.Row;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.Problems;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** MET-05: reads of several devices; each is decided on its own. */
@RestController
class SubmitReadsController {

    private final ReadSubmission submission;
    private final Commands commands;
    private final JsonMapper json;

    SubmitReadsController(ReadSubmission submission, Commands commands, JsonMapper json) {
        this.submission = submission;
        this.commands = commands;
        this.json = json;
    }

    @PostMapping("/api/reads")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(
            operationId = "submitReads",
            summary = "Hand in reads of several devices",
            description = "Each read is decided and stored on its own, in the order of the list, and gets the answer it"
                    + " would have got alone. A repeat with the same Idempotency-Key does what an interruption left and"
                    + " answers the rest as before. Platen-Consistency names the newest 50 reads.")
    @ApiResponse(responseCode = "200", description = "One result for each read, in their order")
    ResponseEntity<SubmitReadsAnswer> submit(
            @Valid @RequestBody SubmitReadsRequest body, Caller caller, HttpServletRequest request) {
        body.requireWholeCharacters();
        var language = Problems.languageOf(request);
        var answers = commands.handleEach(caller, request, body, body.reads(), node -> {
            var row = Row.of(node, json);
            return submission.of(caller, row.device(), row.read(), language);
        });
        return ResponseEntity.ok().headers(answers.headers()).body(SubmitReadsAnswer.of(answers.parts()));
    }
}
