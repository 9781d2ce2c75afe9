package io.platen.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number: process ids are given out again, the moment
 * of birth within one run of the machine is not.
 */
public record ProcessIdentity(long pid, String born) {

    /** The identity of a process that runs now; empty when there is none (a zombie counts as none). */
    public static Optional<ProcessIdentity> of(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                // the name in parentheses may hold blanks: count from behind it
                var text = Files.readString(stat, StandardCharsets.ISO_8859_1);
                var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
                var state = fields[0];
                if (state.equals("Z") || state.equals("X")) {
                    return Optional.empty();
                }
                var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .strip();
                return Optional.of(new ProcessIdentity(pid, boot + "/" + fields[19]));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> new ProcessIdentity(
                        pid,
                        process.info()
                                .startInstant()
                                .map(start -> Long.toString(start.toEpochMilli()))
                                .orElse("unknown")));
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
