package io.platen.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The end of a log, read for the one line that tells why something died. */
public final class LogTail {
    private static final List<String> TELLING = List.of(
            "No space left on device", "OutOfMemoryError", "APPLICATION FAILED TO START", "Address already in use");

    private LogTail() {}

    public static List<String> lines(Path log, int bytes) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - bytes);
            file.seek(from);
            var rest = new byte[(int) (file.length() - from)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A well-known cause if the log names one, else its last line that speaks of an error. */
    public static Optional<String> cause(Path log) {
        var lines = lines(log, 32_768);
        for (var telling : TELLING) {
            if (lines.stream().anyMatch(line -> line.contains(telling))) {
                return Optional.of(telling.equals("No space left on device") ? "the disk is full" : telling);
            }
        }
        return lines.reversed().stream()
                .filter(line -> {
                    var lower = line.toLowerCase(Locale.ROOT);
                    return lower.startsWith("caused by") || lower.contains("fatal") || lower.contains("exception:");
                })
                .findFirst()
                .map(line -> line.strip().length() > 200 ? line.strip().substring(0, 200) + "…" : line.strip());
    }
}
