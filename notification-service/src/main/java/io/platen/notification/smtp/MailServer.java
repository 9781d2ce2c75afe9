package io.platen.notification.smtp;

import io.platen.notification.smtp.Handover.NotTaken;
import io.platen.notification.smtp.Handover.Refused;
import io.platen.notification.smtp.Handover.Taken;
import io.platen.notification.smtp.Handover.Unknown;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that {@code spring.mail} names, spoken to once for each mail. */
@Component
public class MailServer {

    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl settings;

    MailServer(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    public Session session() {
        return settings.getSession();
    }

    /** @param mail to one recipient, saved */
    public Handover handOver(MimeMessage mail, LastWord lastWord) {
        var protocol = settings.getProtocol();
        var transport = new CarefulTransport(settings.getSession(), protocol == null ? "smtp" : protocol, lastWord);
        try {
            transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Taken();
        } catch (MessagingException | RuntimeException e) {
            return transport.lastWordSaid() ? afterTheLastWord(e) : beforeTheLastWord(e);
        } finally {
            close(transport);
        }
    }

    private static Handover afterTheLastWord(Exception failure) {
        var status = status(failure);
        if (status.isEmpty()) {
            return new Unknown(told(failure));
        }
        return status.getAsInt() >= PERMANENT ? new Refused(status.getAsInt()) : new NotTaken(told(failure));
    }

    /** What the server has against us (greeting, sign-in, sender) is ours to mend, and no fault of the mail. */
    private static Handover beforeTheLastWord(Exception failure) {
        var status = status(failure);
        return status.isPresent() && status.getAsInt() >= PERMANENT
                ? new Refused(status.getAsInt())
                : new NotTaken(told(failure));
    }

    /** What the server answered to the recipient or to the data; empty where it answered neither. */
    private static OptionalInt status(Exception failure) {
        for (var cause : chain(failure)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answer(address.getReturnCode());
            }
        }
        for (var cause : chain(failure)) {
            if (cause instanceof SMTPSendFailedException sending && isAboutTheData(sending.getCommand())) {
                return answer(sending.getReturnCode());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isAboutTheData(@Nullable String command) {
        return ".".equals(command) || "DATA".equals(command);
    }

    /** A connection that ended gives -1. */
    private static OptionalInt answer(int code) {
        return code >= TRANSIENT && code < 600 ? OptionalInt.of(code) : OptionalInt.empty();
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = failure; cause != null && !chain.contains(cause); ) {
            chain.add(cause);
            cause = cause instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : cause.getCause();
        }
        return chain;
    }

    /** For operators. Servers repeat addresses in what they answer: those stay out. */
    private static String told(Exception failure) {
        var root = chain(failure).getLast();
        var status = status(failure);
        return status.isPresent()
                ? "The server answered " + status.getAsInt()
                : root.getClass().getSimpleName() + withoutAddresses(root.getMessage());
    }

    private static String withoutAddresses(@Nullable String message) {
        return message == null
                ? ""
                : ": " + message.replaceAll("\\S+@\\S+", "…").strip();
    }

    private static void close(CarefulTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // the outcome is known already
        }
    }
}
