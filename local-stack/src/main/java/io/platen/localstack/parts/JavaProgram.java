package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A main class out of the stack's own libraries, run in a process of its own. The libraries are copied into the cache,
 * because a start-up cache holds only while path, size and time of every jar stay the same.
 */
public final class JavaProgram {
    /** Same flags for training and running, else the start-up cache is refused. */
    public static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    private final List<Path> jars;
    private final Path aotCache;
    private final boolean useCache;

    private JavaProgram(List<Path> jars, Path aotCache, boolean useCache) {
        this.jars = jars;
        this.aotCache = aotCache;
        this.useCache = useCache;
    }

    /** The libraries of the local stack whose file names match. */
    public static JavaProgram of(String name, StackPaths paths, Pattern wanted, boolean useCache) {
        var found = libraries(paths).stream()
                .filter(jar -> wanted.matcher(jar.getFileName().toString()).matches())
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw new StackFailure("The libraries of " + name + " are not built. Build with: ./platen up");
        }
        try {
            var fingerprint = new Fingerprint()
                    .add(System.getProperty("java.vm.version", ""))
                    .add(FLAGS.toString());
            for (var jar : found) {
                fingerprint.add(jar.getFileName() + ":" + Files.size(jar));
                if (jar.getFileName().toString().contains("SNAPSHOT")) {
                    fingerprint.add(jar);
                }
            }
            var home = paths.cache().resolve(name).resolve(fingerprint.hex());
            var lib = home.resolve("lib");
            if (!Files.isDirectory(lib)) {
                var fresh = home.resolve("lib.new");
                StackPaths.delete(fresh);
                Files.createDirectories(fresh);
                for (var jar : found) {
                    Files.copy(jar, fresh.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
                Files.move(fresh, lib, StandardCopyOption.ATOMIC_MOVE);
            }
            Generations.use(home);
            var copies =
                    found.stream().map(jar -> lib.resolve(jar.getFileName())).toList();
            return new JavaProgram(copies, home.resolve("app.aot"), useCache);
        } catch (IOException e) {
            throw new StackFailure("The libraries of " + name + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** From the build's folder where there is one, else (in a test of an IDE) from this process's own class path. */
    private static List<Path> libraries(StackPaths paths) {
        var built = paths.root().resolve("local-stack/target/libs");
        if (Files.isDirectory(built)) {
            try (var all = Files.list(built)) {
                return all.toList();
            } catch (IOException e) {
                throw new StackFailure("Cannot read " + built + ": " + e.getMessage(), e);
            }
        }
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    boolean needsTraining() {
        return useCache && !Files.exists(aotCache);
    }

    /** After the training run ended: its cache is complete. */
    void trained() {
        var fresh = freshCache();
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, aotCache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot keep " + aotCache + ": " + e.getMessage(), e);
        }
    }

    private Path freshCache() {
        return aotCache.resolveSibling("training.aot");
    }

    public List<String> command(boolean training, List<String> options, String mainClass) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(FLAGS);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + freshCache());
        } else if (useCache && Files.exists(aotCache)) {
            command.add("-XX:AOTCache=" + aotCache);
        }
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, jars.stream().map(Path::toString).toList()));
        command.add(mainClass);
        return command;
    }

    /** The JDK that runs this process runs all of them. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
