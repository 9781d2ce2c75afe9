package io.platen.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * A hundred megabytes of garbage, sent for as long as they are taken.
 *
 * @param status of the answer
 * @param answer with its headers
 * @param sent bytes that were taken, of the body
 */
public record Flood(int status, String answer, long sent) {

    public static final long MOST = 100_000_000;

    /** @param announced with its length, else in chunks that nobody knows the end of */
    public static Flood of(int port, String path, String token, boolean announced) throws IOException {
        var garbage = new byte[64 * 1024];
        new Random(1).nextBytes(garbage);
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            var in = socket.getInputStream();
            var answer = CompletableFuture.supplyAsync(() -> received(in));
            var out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: " + token
                            + "\r\nIdempotency-Key: " + System.nanoTime()
                            + "\r\nContent-Type: application/octet-stream\r\n"
                            + (announced ? "Content-Length: " + MOST : "Transfer-Encoding: chunked") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var sent = 0L;
            try {
                while (sent < MOST && !answer.isDone()) {
                    if (!announced) {
                        out.write((Integer.toHexString(garbage.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(garbage);
                    sent += garbage.length;
                    if (!announced) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
                if (!announced) {
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException refused) {
                // the door was shut in the middle of it; why, the answer tells
            }
            var text = answer.join();
            return new Flood(text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12)), text, sent);
        }
    }

    /** To the end of the connection, however that comes. */
    private static String received(InputStream in) {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try {
            for (int read; (read = in.read(buffer)) >= 0; ) {
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // what was received counts
        }
        return text.toString();
    }
}
