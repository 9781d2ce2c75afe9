package io.platen.localstack.process;

import java.io.IOException;
import java.time.Duration;

/** Ends processes that are not children of this one. */
public final class Signals {
    private Signals() {}

    /** Sends a signal by name ({@code TERM}, {@code INT}, {@code KILL}) if the process is still the same one. */
    public static void send(ProcessIdentity process, String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the process is gone; false when it is still there after the given time. */
    public static boolean awaitEnd(ProcessIdentity process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Asks politely with the given signal, then insists. */
    public static void end(ProcessIdentity process, String signal, Duration patience) {
        send(process, signal);
        if (!awaitEnd(process, patience)) {
            send(process, "KILL");
            awaitEnd(process, Duration.ofSeconds(5));
        }
    }
}
