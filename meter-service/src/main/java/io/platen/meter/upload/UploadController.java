package io.platen.meter.upload;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterUploadId;
import io.platen.meter.sheet.UploadCommand.RefuseUpload;
import io.platen.meter.sheet.UploadCommand.StartUpload;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.problem.Rejections;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** MET-19 to MET-22: the filled-in workbook comes back; its rows are decided behind the answer. */
@RestController
class UploadController {

    private static final int LONGEST_NAME = 200;

    private final Uploads uploads;
    private final UploadWork work;
    private final Reachable reachable;
    private final Commands commands;
    private final Rejections rejections;
    private final Clock clock;

    UploadController(
            Uploads uploads,
            UploadWork work,
            Reachable reachable,
            Commands commands,
            Rejections rejections,
            Clock clock) {
        this.uploads = uploads;
        this.work = work;
        this.reachable = reachable;
        this.commands = commands;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** A file that was understood, or why it was not. */
    private record Received(
            String hash,
            @Nullable UploadedWorkbook workbook,
            @Nullable Rejected refusal) {}

    @PostMapping("/api/meter-uploads")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(
            operationId = "uploadReads",
            summary = "Hand in the filled-in workbook of due meters",
            description = "The body is the xlsx file. Rows are decided one by one behind the answer; what was changed"
                    + " beside the white cells refuses the whole. The same file again stores nothing twice.")
    @ApiResponse(
            responseCode = "202",
            description = "Taken; its rows are worked off",
            content = @Content(schema = @Schema(implementation = UploadAnswers.Started.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Refused as a whole: TEMPLATE_MODIFIED, or what is wrong with the workbook",
            content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<Object> upload(
            @RequestParam(required = false) @Nullable String fileName,
            InputStream body,
            Caller caller,
            HttpServletRequest request)
            throws IOException {
        var received = received(body);
        var name = fileName == null || fileName.isBlank() ? null : PlainText.made(fileName, LONGEST_NAME);
        var answer = commands.handle(caller, request, Map.of("sha256", received.hash), session -> {
            var refusal = received.refusal;
            return refusal == null
                    ? start(session, caller, name, received.hash, received.workbook)
                    : refuse(session, caller, name, refusal, Problems.languageOf(request));
        });
        work.wake();
        return answer;
    }

    private static Received received(InputStream body) throws IOException {
        var digest = sha256();
        @Nullable UploadedWorkbook workbook = null;
        @Nullable Rejected refusal = null;
        try {
            workbook = UploadedWorkbook.read(new DigestInputStream(body, digest));
        } catch (Rejected rejected) {
            refusal = rejected;
        }
        return new Received(HexFormat.of().formatHex(digest.digest()), workbook, refusal);
    }

    private ResponseEntity<Object> refuse(
            CommandSession session, Caller caller, @Nullable String name, Rejected refusal, Locale language) {
        var code = refusal.code();
        session.<@Nullable Object>send(
                new RefuseUpload(MeterUploadId.random(), caller.userId(), name, code.name()), null);
        rejections.count(code);
        var problem = Problems.of(refusal, language);
        return new ResponseEntity<>(problem.getBody(), problem.getHeaders(), problem.getStatusCode());
    }

    private ResponseEntity<Object> start(
            CommandSession session,
            Caller caller,
            @Nullable String name,
            String hash,
            @Nullable UploadedWorkbook workbook) {
        if (workbook == null) {
            throw new IllegalStateException("Neither understood nor refused");
        }
        var running = uploads.atWork(caller.userId(), hash);
        if (running.isPresent()) {
            return accepted(running.get(), workbook);
        }
        var upload = MeterUploadId.random();
        Map<DeviceId, Optional<AccountId>> mine = reachable.of(
                caller, workbook.rows().stream().map(UploadedRow::device).toList());
        session.<@Nullable Object>send(
                new StartUpload(
                        upload, caller.userId(), name, hash, workbook.rows().size(), workbook.untouched()),
                null);
        var sender = new Uploads.Sender(upload, caller.userId(), Correlation.current());
        uploads.store(sender, name, hash, clock.instant(), workbook, mine);
        return accepted(upload, workbook);
    }

    private static ResponseEntity<Object> accepted(MeterUploadId upload, UploadedWorkbook workbook) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(new UploadAnswers.Started(upload, workbook.rows().size()));
    }

    @PostMapping("/api/meter-uploads/{id}/confirm")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(
            operationId = "confirmUpload",
            summary = "Confirm doubted rows of an upload",
            description =
                    "They are decided once more behind the answer; what has become doubtful anew stays a warning.")
    ResponseEntity<Upload> confirm(
            @PathVariable String id, @RequestBody ConfirmRows body, Caller caller, HttpServletRequest request) {
        var upload = UploadIds.of(id);
        var answer = commands.<Upload>handle(caller, request, body, session -> {
            if (uploads.find(upload, caller.userId()).isEmpty()) {
                throw Rejected.of(CommonProblem.NOT_FOUND);
            }
            var rows = uploads.doubted(upload, body.chosen());
            if (!rows.isEmpty()) {
                var mine = reachable
                        .of(caller, rows.stream().map(WaitingRow::device).toList())
                        .keySet();
                uploads.confirm(upload, rows);
                rows.stream()
                        .filter(row -> !mine.contains(row.device()))
                        .forEach(row ->
                                uploads.decide(upload, Map.of(row.number(), RowOutcome.of(CommonProblem.NOT_FOUND))));
            }
            return ResponseEntity.accepted()
                    .body(uploads.find(upload, caller.userId()).orElseThrow());
        });
        work.wake();
        return answer;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
