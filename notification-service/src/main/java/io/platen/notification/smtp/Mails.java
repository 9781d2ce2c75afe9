package io.platen.notification.smtp;

import io.platen.contracts.id.NotificationId;
import io.platen.notification.letter.Letter;
import io.platen.notification.letter.SafeText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** A letter as a mail. Whatever people typed comes into a header as one encoded line. */
@Component
public class Mails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_NAME = 100;

    private final MailSettings settings;

    Mails(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * @param id sets the Message-ID, which is the same at every try
     * @throws AddressException when the address is none
     */
    public MimeMessage mail(Session session, NotificationId id, String email, String name, Letter letter, Instant now)
            throws MessagingException {
        var mail = new WithFixedId(session, "<" + id + "@" + domainOf(settings.from()) + ">");
        mail.setFrom(address(settings.from(), settings.fromName()));
        mail.setRecipient(RecipientType.TO, address(checked(email), name));
        mail.setSubject(SafeText.line(letter.subject(), Integer.MAX_VALUE), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.setContentLanguage(new String[] {letter.language().getLanguage()});
        // no answering machine replies to it (RFC 3834)
        mail.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private static String checked(String email) throws AddressException {
        var parsed = new InternetAddress(email, true);
        if (!email.equals(parsed.getAddress()) || !email.contains("@")) {
            throw new AddressException("Not a plain address");
        }
        return email;
    }

    private static InternetAddress address(String email, String name) {
        try {
            return new InternetAddress(email, SafeText.line(name, LONGEST_NAME), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String domainOf(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static final class WithFixedId extends MimeMessage {

        private final String id;

        WithFixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
