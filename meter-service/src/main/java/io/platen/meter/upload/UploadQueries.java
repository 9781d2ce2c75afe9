package io.platen.meter.upload;

import io.platen.contracts.access.Function;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** MET-20: how far an upload is, and what became of its rows. One's own uploads alone. */
@RestController
class UploadQueries {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LATEST = 20;
    private static final int LARGEST_PAGE = 200;

    private final Uploads uploads;

    UploadQueries(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping("/api/meter-uploads")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(operationId = "listUploads", summary = "One's latest uploads")
    UploadAnswers.Latest latest(Caller caller) {
        return new UploadAnswers.Latest(uploads.latest(caller.userId(), LATEST));
    }

    @GetMapping("/api/meter-uploads/{id}")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(operationId = "getUpload", summary = "How far an upload is")
    Upload one(@PathVariable String id, Caller caller) {
        return uploads.find(UploadIds.of(id), caller.userId()).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    @GetMapping("/api/meter-uploads/{id}/rows")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(operationId = "listUploadRows", summary = "Rows of an upload, in the order of the sheet")
    UploadAnswers.Page rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<RowState> state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Caller caller,
            HttpServletRequest request) {
        requireRange("page", page, 0, Integer.MAX_VALUE / LARGEST_PAGE);
        requireRange("size", size, 1, LARGEST_PAGE);
        var upload = one(id, caller).id();
        var states = state == null || state.isEmpty() ? EnumSet.allOf(RowState.class) : state;
        var language = Problems.languageOf(request);
        var items = uploads.rows(upload, states, page * size, size).stream()
                .map(row -> UploadAnswers.Row.of(row, language))
                .toList();
        return new UploadAnswers.Page(items, page, size, uploads.count(upload, states));
    }

    @GetMapping(path = "/api/meter-uploads/{id}/result.xlsx")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(operationId = "uploadResult", summary = "What became of the rows, as a workbook (F-B)")
    void result(@PathVariable String id, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var upload = one(id, caller);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("meter-upload-" + upload.id() + ".xlsx")
                        .build()
                        .toString());
        ResultWorkbook.write(uploads, upload.id(), Problems.languageOf(request), response.getOutputStream());
    }

    private static void requireRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(field, FieldProblem.OUT_OF_RANGE, Map.of("min", least, "max", most));
        }
    }
}
