package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.DeviceShapes.MonitoringStatus;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spreadsheets of what the lists show, in the reader's language and within his scope. */
@RestController
class DownloadController {

    private static final Set<Function> EXPORT = Set.of(Function.DEVICE_EXPORT);
    private static final int YEARS = 2;

    private final Downloads downloads;
    private final ReadsDownload reads;
    private final DevicesDownload exported;
    private final DueDownload due;
    private final DeviceRows devices;
    private final BillingRows billing;
    private final ReaderLanguage languages;
    private final Clock clock;

    DownloadController(
            Downloads downloads,
            ReadsDownload reads,
            DevicesDownload exported,
            DueDownload due,
            DeviceRows devices,
            BillingRows billing,
            ReaderLanguage languages,
            Clock clock) {
        this.downloads = downloads;
        this.reads = reads;
        this.exported = exported;
        this.due = due;
        this.devices = devices;
        this.billing = billing;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/api/devices/{id}/reads.xlsx")
    @RequiresFunction({Function.METER_SUBMIT, Function.METER_VIEW})
    @Operation(summary = "F-C: the reads of a device since its contract began (MET-24)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Downloads.XLSX))
    void readsOfDevice(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var filter = Filter.devices(caller, Reach.METER_HISTORY);
        filter.and("d.device_id = " + filter.with(id));
        var device = devices.list(filter, "", caller, row -> false).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        var texts = texts(caller);
        downloads.send(
                response,
                Downloads.named(texts.of("file.deviceReads") + "-" + device.serialNumber(), today()),
                book -> reads.write(book, texts, filter, billing.coveredSince(id, today()), false));
    }

    @GetMapping("/api/reads.xlsx")
    @RequiresFunction({Function.METER_SUBMIT, Function.METER_VIEW})
    @Operation(summary = "F-D: the reads of two years of all devices in the caller's scope (MET-25)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Downloads.XLSX))
    void reads(Caller caller, @RequestParam(required = false) @Nullable UUID accountId, HttpServletResponse response)
            throws IOException {
        var filter = Filter.devices(caller, Reach.METER_HISTORY);
        if (accountId != null) {
            filter.and("d.account_id = " + filter.with(accountId));
        }
        var texts = texts(caller);
        downloads.send(
                response,
                Downloads.named(texts.of("file.allReads"), today()),
                book -> reads.write(book, texts, filter, today().minusYears(YEARS), true));
    }

    @GetMapping("/api/meters/due/template.xlsx")
    @RequiresFunction(Function.METER_SUBMIT)
    @Operation(summary = "F-A: the due meters of the caller, to be filled in and uploaded (MET-18)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Downloads.XLSX))
    void due(Caller caller, @RequestParam(required = false) @Nullable UUID accountId, HttpServletResponse response)
            throws IOException {
        var language = languages.of(caller);
        downloads.send(
                response,
                Downloads.named(new DownloadTexts(language).of("file.due"), today()),
                book -> due.write(book, MeterRows.due(caller, accountId), language, today()));
    }

    @GetMapping("/api/devices/export.xlsx")
    @RequiresFunction(Function.DEVICE_EXPORT)
    @Operation(summary = "F-E: the devices that the list shows with the same criteria (DEV-38)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Downloads.XLSX))
    void devices(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String serialNumber,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable String relatedParty,
            @Parameter(schema = @Schema(allowableValues = {"ACTIVE", "NONE"})) @RequestParam(required = false) @Nullable
                    String contract,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable DeviceState state,
            @RequestParam(required = false) @Nullable MonitoringStatus monitoring,
            @RequestParam(required = false) @Nullable Boolean due,
            @RequestParam(required = false) @Nullable Boolean lowToner,
            @RequestParam(required = false) @Nullable Boolean assigned,
            HttpServletResponse response)
            throws IOException {
        var wanted = DeviceFilter.whole(
                devices,
                caller,
                EXPORT,
                new DeviceFilter.Criteria(
                        q,
                        serialNumber,
                        model,
                        location,
                        accountId,
                        relatedParty,
                        contract,
                        group,
                        state,
                        monitoring,
                        due,
                        lowToner,
                        assigned));
        var texts = texts(caller);
        downloads.send(
                response,
                Downloads.named(texts.of("file.devices"), today()),
                book -> exported.write(book, texts, wanted, caller));
    }

    private DownloadTexts texts(Caller caller) {
        return new DownloadTexts(languages.of(caller));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
