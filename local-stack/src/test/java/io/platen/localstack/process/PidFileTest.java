package io.platen.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheProcessItWasWrittenFor() throws Exception {
        var process = sleeper();
        var note = new PidFile(folder.resolve("part.pid"));
        note.write(ProcessIdentity.of(process.pid()).orElseThrow());

        assertThat(note.living())
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(process.pid()));

        Signals.end(note.living().orElseThrow(), "TERM", Duration.ofSeconds(5));
        process.waitFor();
        assertThat(note.living()).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() throws Exception {
        var process = sleeper();
        var note = new PidFile(folder.resolve("part.pid"));
        note.write(new ProcessIdentity(process.pid(), "another-boot/12345"));

        assertThat(note.living()).isEmpty();
        Signals.send(new ProcessIdentity(process.pid(), "another-boot/12345"), "KILL");
        assertThat(process.isAlive()).isTrue();

        process.destroyForcibly().waitFor();
    }

    @Test
    void aTornNoteSpeaksOfNobody() throws Exception {
        var file = folder.resolve("part.pid");
        Files.writeString(file, "12");

        assertThat(new PidFile(file).living()).isEmpty();
        assertThat(new PidFile(folder.resolve("none.pid")).living()).isEmpty();
    }

    private static Process sleeper() throws Exception {
        return new ProcessBuilder("sleep", "60").start();
    }
}
