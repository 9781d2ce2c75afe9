package io.platen.notification.delivery;

import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.notification.delivery.DeliveryCommand.RecordFailed;
import io.platen.notification.delivery.DeliveryCommand.RecordSent;
import io.platen.notification.delivery.DeliveryEvent.MessageFailed;
import io.platen.notification.delivery.DeliveryEvent.MessageSent;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final NotificationId ID = NotificationId.random();
    private static final UserId READER = UserId.random();
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final NotificationChannel MAIL = NotificationChannel.MAIL;

    private static final RecordSent SEND = new RecordSent(ID, "event", READER, MAIL, "ticket-opened", AT);
    private static final RecordFailed FAIL =
            new RecordFailed(ID, "event", READER, MAIL, "ticket-opened", FailureReason.REFUSED, 550);
    private static final MessageSent SENT = new MessageSent(ID, "event", READER, MAIL, "ticket-opened", AT);
    private static final MessageFailed FAILED =
            new MessageFailed(ID, "event", READER, MAIL, "ticket-opened", FailureReason.REFUSED, 550);

    private final FixtureConfiguration<Delivery> delivery = new AggregateTestFixture<>(Delivery.class);

    @Test
    void aMessageIsSent() {
        delivery.givenNoPriorActivity()
                .when(SEND)
                .expectResultMessagePayload(true)
                .expectEvents(SENT);
    }

    @Test
    void aMessageFails() {
        delivery.givenNoPriorActivity()
                .when(FAIL)
                .expectResultMessagePayload(true)
                .expectEvents(FAILED);
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        delivery.given(SENT).when(SEND).expectResultMessagePayload(false).expectNoEvents();
    }

    @Test
    void whatWasSentDoesNotFail() {
        delivery.given(SENT).when(FAIL).expectResultMessagePayload(false).expectNoEvents();
    }

    @Test
    void whatFailedStaysFailed() {
        delivery.given(FAILED).when(SEND).expectResultMessagePayload(false).expectNoEvents();
        delivery.given(FAILED).when(FAIL).expectResultMessagePayload(false).expectNoEvents();
    }
}
