package io.platen.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is told in one line, with the file and the cause. */
class FullDiskTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @BeforeEach
    void linuxHasAFullDisk() {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
    }

    @Test
    void theNoteOfAProcess() throws IOException {
        var note = full("part.pid");

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> new PidFile(note).write(new ProcessIdentity(1, "boot")))
                .withMessage("Cannot write to " + note + ": No space left on device");
    }

    @Test
    void theNoteOfTheWholeStack() throws IOException {
        var fresh = folder.resolve("state.new");
        Files.createSymbolicLink(fresh, FULL);
        var state = folder.resolve("state.properties");

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> StateFile.write(state, "url=x\n"))
                .withMessage("Cannot write to " + state + ": No space left on device");
    }

    @Test
    void theCauseIsSaidOnceAndInWords() {
        var file = folder.resolve("x");

        assertThat(StackFailure.writing(file, new FileSystemException("x", null, "Read-only file system")))
                .hasMessage("Cannot write to " + file + ": Read-only file system");
        assertThat(StackFailure.writing(file, new NoSuchFileException("/gone/x")))
                .hasMessage("Cannot write to " + file + ": /gone/x does not exist");
        assertThat(Main.lineOf(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("platen: Reading or writing failed: java.io.IOException: No space left on device");
    }

    @Test
    void theCommandLineShowsOneLine() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        full("run/launcher.pid");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dplaten.root=" + Path.of("..").toAbsolutePath().normalize(),
                        Main.class.getName(),
                        "up",
                        "--no-demo"))
                .redirectErrorStream(true);
        builder.environment().put("PLATEN_DATA", folder.toString());

        var platen = builder.start();
        var said = new String(platen.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(platen.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains(
                        "platen: Cannot write to " + folder.resolve("run/launcher.pid") + ": No space left on device\n")
                .doesNotContain("\tat ");
        assertThat(platen.exitValue()).isEqualTo(1);
    }

    /** A file whose next version goes to the full disk. */
    private Path full(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createSymbolicLink(file.resolveSibling(file.getFileName() + ".new"), FULL);
        return file;
    }
}
