package io.platen.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * SMTP that knows when it says the last word of a mail: the dot behind the data. Before it the server has nothing; after
 * it only the server's answer tells (ADR 0018).
 */
final class CarefulTransport extends SMTPTransport {

    private final LastWord lastWord;
    private boolean lastWordSaid;

    CarefulTransport(Session session, String protocol, LastWord lastWord) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        this.lastWord = lastWord;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!lastWord.mayBeSaid()) {
            throw new MessagingException("Somebody else is sending this mail");
        }
        lastWordSaid = true;
        super.finishData();
    }

    boolean lastWordSaid() {
        return lastWordSaid;
    }
}
