package io.platen.platform.spreadsheet;

import static io.platen.platform.spreadsheet.Workbooks.ordinary;
import static io.platen.platform.spreadsheet.Workbooks.parts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each is refused for its reason by a process that has 64 MB of memory, and leaves nothing behind. */
class BadWorkbooksTest {

    @TempDir
    private Path folder;

    @Test
    void eachIsRefusedWhole() throws Exception {
        var files = folder.resolve("files");
        var expected = new HashMap<>(BadWorkbooks.in(files, ReadInSmallHeap.MOST_ROWS));
        expected.put("left open", "0");
        expected.put("left behind", "0");

        assertThat(ReadInSmallHeap.files(files)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** Whatever the changed bytes mean, it is read or refused. */
    @Test
    void nothingElseHappensToShakenOnes() throws Exception {
        var files = Files.createDirectories(folder.resolve("files"));
        Files.write(files.resolve("ordinary.xlsx"), ordinary());
        Files.write(files.resolve("stored.xlsx"), BadWorkbooks.stored(parts(ordinary())));

        assertThat(ReadInSmallHeap.shaken(files))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ordinary.xlsx", "1500 times",
                        "stored.xlsx", "1500 times",
                        "left open", "0",
                        "left behind", "0"));
    }
}
