package io.platen.localstack.process;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The note on disk by which the next launcher finds what a killed one left behind. */
public record PidFile(Path file) {

    public void write(ProcessIdentity process) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, process.pid() + "\n" + process.born() + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StackFailure.writing(file, e);
        }
    }

    /** The process the note speaks of, if it still runs. */
    public Optional<ProcessIdentity> living() {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return Optional.of(new ProcessIdentity(
                            Long.parseLong(lines.get(0).strip()), lines.get(1).strip()))
                    .filter(ProcessIdentity::isAlive);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StackFailure.writing(file, e);
        }
    }

    public String part() {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ".pid".length());
    }

    /** Every note of a folder. */
    public static List<PidFile> in(Path folder) {
        var found = new ArrayList<PidFile>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.pid")) {
                files.forEach(file -> found.add(new PidFile(file)));
            } catch (IOException e) {
                throw new StackFailure("Cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        return found;
    }
}
