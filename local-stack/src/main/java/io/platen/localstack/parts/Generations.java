package io.platen.localstack.parts;

import io.platen.localstack.StackPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;

/** Folders of the cache, one per build. The one before the newest is kept for stacks that may still run from it. */
public final class Generations {
    private static final int KEPT = 2;

    private Generations() {}

    /** Marks the generation as used now and forgets the oldest beside it: each may take some hundred megabytes. */
    public static void use(Path generation) throws IOException {
        Files.setLastModifiedTime(generation, FileTime.from(Instant.now()));
        try (var all = Files.list(generation.resolveSibling("."))) {
            var newestFirst = all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Generations::lastUsed).reversed())
                    .toList();
            newestFirst.stream().skip(KEPT).forEach(StackPaths::delete);
        }
    }

    private static FileTime lastUsed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
