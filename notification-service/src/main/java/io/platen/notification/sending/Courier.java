package io.platen.notification.sending;

import io.platen.notification.delivery.FailureReason;
import io.platen.notification.directory.Reader;
import io.platen.notification.directory.Readers;
import io.platen.notification.directory.Readership.May;
import io.platen.notification.directory.Readership.MayNot;
import io.platen.notification.directory.Readership.NotYetKnown;
import io.platen.notification.letter.LetterWriter;
import io.platen.notification.outbox.Message;
import io.platen.notification.outbox.Outbox;
import io.platen.notification.smtp.Handover.NotTaken;
import io.platen.notification.smtp.Handover.Refused;
import io.platen.notification.smtp.Handover.Taken;
import io.platen.notification.smtp.Handover.Unknown;
import io.platen.notification.smtp.MailServer;
import io.platen.notification.smtp.MailSettings;
import io.platen.notification.smtp.Mails;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one message after the other to the mail server; as many may do so side by side as there are instances. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** An outcome that cannot be stored becomes an unknown one: so it is tried for a while. */
    private static final int TRIES_TO_SETTLE = 30;

    private final Outbox outbox;
    private final Readers readers;
    private final LetterWriter letters;
    private final Mails mails;
    private final MailServer server;
    private final Settlement settlement;
    private final MailSettings settings;
    private final Clock clock;

    Courier(
            Outbox outbox,
            Readers readers,
            LetterWriter letters,
            Mails mails,
            MailServer server,
            Settlement settlement,
            MailSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.readers = readers;
        this.letters = letters;
        this.mails = mails;
        this.server = server;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Messages whose sender died between the last word and the server's answer: nobody knows whether they arrived. */
    void giveUpTheAbandoned() {
        for (var message : outbox.abandoned(clock.instant())) {
            settlement.failed(message, FailureReason.OUTCOME_UNKNOWN, null, "The sender stopped while it was sending");
        }
    }

    /** @return false where nothing waits for its turn */
    boolean carryOne() {
        var now = clock.instant();
        var claimed = outbox.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(this::carry);
        return claimed.isPresent();
    }

    private void carry(Message message) {
        if (!clock.instant().isBefore(message.expiresAt())) {
            settlement.failed(message, FailureReason.NOT_DELIVERED_IN_TIME, null, "It is no news any more");
            return;
        }
        switch (readers.find(
                message.recipient(), message.audience(), message.notice(), message.account(), message.device())) {
            case NotYetKnown ignored ->
                tryAgain(message, FailureReason.RECIPIENT_UNKNOWN, "Not everything about the recipient is known yet");
            case MayNot mayNot -> settlement.failed(message, mayNot.reason(), null, "");
            case May may -> send(message, may.reader());
        }
    }

    private void send(Message message, Reader reader) {
        var mail = mail(message, reader);
        if (mail == null) {
            settlement.failed(message, FailureReason.ADDRESS_INVALID, null, "");
            return;
        }
        switch (server.handOver(
                mail, () -> outbox.markSending(message, clock.instant().plus(settings.lease())))) {
            case Taken ignored -> untilStored(message, () -> settlement.sent(message, clock.instant()));
            case Refused refused ->
                untilStored(
                        message,
                        () -> settlement.failed(
                                message, FailureReason.REFUSED, refused.status(), "By the mail server"));
            case NotTaken not ->
                untilStored(message, () -> tryAgain(message, FailureReason.NOT_DELIVERED_IN_TIME, not.trouble()));
            case Unknown unknown ->
                untilStored(
                        message,
                        () -> settlement.failed(message, FailureReason.OUTCOME_UNKNOWN, null, unknown.trouble()));
        }
    }

    private @Nullable MimeMessage mail(Message message, Reader reader) {
        try {
            var letter = letters.write(message.notice(), message.facts(), message.device(), reader);
            return mails.mail(server.session(), message.id(), reader.email(), reader.name(), letter, clock.instant());
        } catch (AddressException e) {
            return null;
        } catch (MessagingException e) {
            throw new IllegalStateException("Message " + message.id() + " cannot be written", e);
        }
    }

    private void tryAgain(Message message, FailureReason inTheEnd, String trouble) {
        var next = clock.instant().plus(settings.pauseAfter(message.attempt()));
        if (next.isBefore(message.expiresAt())) {
            outbox.tryAgain(message, next, trouble);
            LOG.info("Message {} waits until {} after attempt {}: {}", message.id(), next, message.attempt(), trouble);
        } else {
            settlement.failed(message, inTheEnd, null, trouble);
        }
    }

    private static void untilStored(Message message, Runnable storing) {
        for (int i = 1; ; i++) {
            try {
                storing.run();
                return;
            } catch (RuntimeException e) {
                if (i == TRIES_TO_SETTLE || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("What became of message {} cannot be stored yet: {}", message.id(), e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }
}
