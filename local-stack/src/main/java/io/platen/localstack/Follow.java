package io.platen.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Shows a growing file. */
final class Follow {
    private Follow() {}

    /** True when the awaited line came; false when the writer ended before. */
    static boolean until(Path file, String lastLine, BooleanSupplier writerLives, PrintStream out) {
        long shown = 0;
        var pending = new StringBuilder();
        while (true) {
            boolean alive = writerLives.getAsBoolean();
            try (var source = new RandomAccessFile(file.toFile(), "r")) {
                source.seek(shown);
                var fresh = new byte[(int) Math.min(65_536, source.length() - shown)];
                source.readFully(fresh);
                // only whole lines are taken, so that no character is torn apart
                int end = lastLineEnd(fresh);
                shown += end;
                pending.append(new String(fresh, 0, end, StandardCharsets.UTF_8));
                for (var line : pending.toString().lines().toList()) {
                    if (line.equals(lastLine)) {
                        out.println(line);
                        return true;
                    }
                    out.println(line);
                }
                pending.setLength(0);
                if (end == 0 && !alive) {
                    return false;
                }
            } catch (IOException notYet) {
                if (!alive) {
                    return false;
                }
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }
}
