package io.platen.meter.sheet;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.UserId;
import io.platen.meter.sheet.UploadCommand.CompleteUpload;
import io.platen.meter.sheet.UploadCommand.RefuseUpload;
import io.platen.meter.sheet.UploadCommand.StartUpload;
import io.platen.meter.sheet.UploadEvent.UploadCompleted;
import io.platen.meter.sheet.UploadEvent.UploadRefused;
import io.platen.meter.sheet.UploadEvent.UploadStarted;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

public class MeterUploadTest {

    static final MeterUploadId UPLOAD = MeterUploadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a07");
    static final UserId USER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    public static final UploadStarted STARTED = new UploadStarted(UPLOAD, USER, "meters.xlsx", "abc", 12, 3);
    public static final UploadCompleted COMPLETED = new UploadCompleted(UPLOAD, USER, "meters.xlsx", 12, 9, 1, 2, 3);
    public static final UploadRefused REFUSED = new UploadRefused(UPLOAD, USER, "meters.xlsx", "TEMPLATE_MODIFIED");

    private final FixtureConfiguration<MeterUpload> upload = new AggregateTestFixture<>(MeterUpload.class);

    @Test
    void aFileIsTaken() {
        upload.givenNoPriorActivity()
                .when(new StartUpload(UPLOAD, USER, "meters.xlsx", "abc", 12, 3))
                .expectEvents(STARTED);
    }

    @Test
    void aFileIsRefused() {
        upload.givenNoPriorActivity()
                .when(new RefuseUpload(UPLOAD, USER, null, "MACROS"))
                .expectEvents(new UploadRefused(UPLOAD, USER, null, "MACROS"));
    }

    @Test
    void itIsCompleted() {
        upload.given(STARTED).when(new CompleteUpload(UPLOAD, 9, 1, 2)).expectEvents(COMPLETED);
    }

    @Test
    void theSameOutcomeIsToldOnce() {
        upload.given(STARTED, COMPLETED)
                .when(new CompleteUpload(UPLOAD, 9, 1, 2))
                .expectNoEvents();
    }

    @Test
    void aConfirmedWarningChangesTheOutcome() {
        upload.given(STARTED, COMPLETED)
                .when(new CompleteUpload(UPLOAD, 10, 0, 2))
                .expectEvents(new UploadCompleted(UPLOAD, USER, "meters.xlsx", 12, 10, 0, 2, 3));
    }

    @Test
    void aRefusedFileHasNothingToComplete() {
        upload.given(new UploadRefused(UPLOAD, USER, null, "MACROS"))
                .when(new CompleteUpload(UPLOAD, 0, 0, 0))
                .expectException(IllegalStateException.class);
    }
}
