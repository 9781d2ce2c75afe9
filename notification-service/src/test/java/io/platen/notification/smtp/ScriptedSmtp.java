package io.platen.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small SMTP server that answers as it is told to; {@link #DROP} ends the connection instead. */
public final class ScriptedSmtp implements AutoCloseable {

    public static final String DROP = "";

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GREETING", "220 scripted",
            "EHLO", "250 scripted",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "RSET", "250 ok",
            "QUIT", "221 bye"));
    private final List<String> mails = new CopyOnWriteArrayList<>();

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** @param verb GREETING, a command, or the dot that ends the data */
    public ScriptedSmtp answering(String verb, String answer) {
        answers.put(verb, answer);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The data of every mail whose last word was heard. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            if (!answer(client, "GREETING")) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split(" ", 2)[0];
                if (!answer(client, verb) || verb.equals("QUIT")) {
                    return;
                }
                if (verb.equals("DATA") && answers.getOrDefault(verb, "").startsWith("3")) {
                    var data = new StringBuilder();
                    for (var part = in.readLine(); !".".equals(part); part = in.readLine()) {
                        if (part == null) {
                            return;
                        }
                        data.append(part).append('\n');
                    }
                    mails.add(data.toString());
                    if (!answer(client, ".")) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean answer(Socket client, String verb) throws IOException {
        var answer = answers.getOrDefault(verb, "500 what");
        if (answer.equals(DROP)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
