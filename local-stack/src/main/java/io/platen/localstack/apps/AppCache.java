package io.platen.localstack.apps;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import io.platen.localstack.parts.Fingerprint;
import io.platen.localstack.parts.Generations;
import io.platen.localstack.parts.JavaProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Unpacks the services' jars, once per content, JDK and flags. */
final class AppCache {
    private final StackPaths paths;

    AppCache(StackPaths paths) {
        this.paths = paths;
    }

    PreparedApp prepare(Service service) {
        var boot = bootJar(service);
        try {
            var parent = paths.cache().resolve(service.module());
            var hash = new Fingerprint()
                    .add(System.getProperty("java.vm.version", ""))
                    .add(JavaProgram.FLAGS.toString())
                    .add(boot)
                    .hex();
            var folder = parent.resolve(hash);
            var jar = folder.resolve(boot.getFileName());
            if (!Files.exists(jar)) {
                Files.createDirectories(parent);
                extract(boot, folder);
            }
            Generations.use(folder);
            return new PreparedApp(service, folder, jar);
        } catch (IOException e) {
            throw new StackFailure(service.module() + " could not be unpacked: " + e.getMessage(), e);
        }
    }

    private Path bootJar(Service service) {
        var target = paths.root().resolve(service.module()).resolve("target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, "*-boot.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new StackFailure("Cannot read " + target + ": " + e.getMessage(), e);
            }
        }
        throw new StackFailure(
                service.module() + " is not built: there is no *-boot.jar in " + target + ". Build with: ./platen up");
    }

    private static void extract(Path boot, Path folder) throws IOException {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        StackPaths.delete(fresh);
        try {
            var process = new ProcessBuilder(
                            JavaProgram.java(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            boot.toString(),
                            "extract",
                            "--destination",
                            fresh.toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while unpacking " + boot + ".", e);
        }
        StackPaths.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
