package io.platen.localstack;

import java.io.PrintStream;
import java.util.Locale;

/** One line per part, as it comes up. */
final class Terminal implements Progress {
    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void ready(String part, String where) {
        out.printf(Locale.ROOT, "  ✓ %-22s %s%n", part, where);
    }

    @Override
    public synchronized void note(String text) {
        out.println("  · " + text);
    }

    @Override
    public synchronized void warn(String text) {
        out.println("  ! " + text);
    }
}
