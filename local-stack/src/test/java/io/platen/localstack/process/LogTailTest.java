package io.platen.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsToldInPlainWords() throws Exception {
        assertThat(LogTail.cause(log("up\nPANIC: could not write: No space left on device\nend\n")))
                .contains("the disk is full");
    }

    @Test
    void theLastErrorIsQuoted() throws Exception {
        assertThat(LogTail.cause(log("FATAL: first\nfine\nCaused by: java.lang.Exception: last\n\tat a.b\n")))
                .contains("Caused by: java.lang.Exception: last");
    }

    @Test
    void silenceHasNoCause() throws Exception {
        assertThat(LogTail.cause(log("all is well\n"))).isEmpty();
        assertThat(LogTail.cause(folder.resolve("none.log"))).isEmpty();
    }

    private Path log(String text) throws Exception {
        return Files.writeString(folder.resolve("part.log"), text);
    }
}
