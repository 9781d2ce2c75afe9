package io.platen.endtoend;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Somebody's mail, read over IMAP from the server of the stack. */
final class Mailbox {
    private final String address;
    private final int port;

    Mailbox(String address, int port) {
        this.address = address;
        this.port = port;
    }

    /** All there are, the oldest first. */
    List<String> subjects() {
        var settings = new Properties();
        settings.setProperty("mail.store.protocol", "imap");
        try (var store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", port, address, address);
            var subjects = new ArrayList<String>();
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    subjects.add(message.getSubject());
                }
            }
            return subjects;
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox of " + address + " cannot be read", e);
        }
    }

    /** Those whose subject names it. */
    List<String> about(String name) {
        return subjects().stream().filter(subject -> subject.contains(name)).toList();
    }
}
