package io.platen.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where everything lies.
 *
 * @param root the checkout, for the built jars
 * @param data what belongs to one stack and survives it
 * @param cache what can be made again: unpacked programs and start-up caches, shared by all stacks of the checkout
 */
public record StackPaths(Path root, Path data, Path cache) {

    /** The checkout around the working directory, or the one named by {@code -Dplaten.root}. */
    public static Path findRoot() {
        var named = System.getProperty("platen.root");
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local-stack")) && Files.isDirectory(folder.resolve("gateway"))) {
                return folder;
            }
        }
        throw new StackFailure("No checkout of Platen around " + Path.of("").toAbsolutePath()
                + ". Start from inside it, or name it with -Dplaten.root=DIR.");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return data.resolve("run");
    }

    public Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    public Path postgresData() {
        return data.resolve("postgres");
    }

    public Path kafkaData() {
        return data.resolve("kafka");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path agentData() {
        return data.resolve("agent");
    }

    public Path demoLedger() {
        return data.resolve("demo.properties");
    }

    public Path stateFile() {
        return run().resolve("state.properties");
    }

    void createFolders() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + data + ": " + e.getMessage(), e);
        }
        try {
            var store = Files.getFileStore(data);
            if (store.getUsableSpace() < 500L << 20) {
                throw new StackFailure("The disk of " + data + " is almost full: " + (store.getUsableSpace() >> 20)
                        + " MB left, 500 MB needed.");
            }
        } catch (IOException e) {
            throw StackFailure.writing(data, e);
        }
    }

    /** Forgets the stack's data; the caches stay. */
    void reset() {
        for (Path folder :
                new Path[] {postgresData(), kafkaData(), agentData(), secrets(), demoLedger(), logs(), run()}) {
            delete(folder);
        }
    }

    /** Deletes a file or a folder with everything below it. */
    public static void delete(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var found = Files.walk(path)) {
            for (var each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot delete " + path + ": " + StackFailure.reasonOf(e), e);
        }
    }
}
