package io.platen.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.localstack.parts.JavaProgram;
import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.ProcessIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed leaves processes behind; the next one ends exactly those. */
class KilledLauncherIT {

    /** A launcher to be killed. */
    static final class Victim {
        static final String READY = "victim is ready";

        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (var stack = LocalStack.builder()
                    .dataDir(Path.of(arguments[0]))
                    .services(Set.of())
                    .startCaches(false)
                    .start()) {
                System.out.println(READY + " at " + stack.url());
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void theNextLauncherEndsWhatAKilledOneLeft(@TempDir Path folder) throws Exception {
        var launcher = victim(folder);
        awaitReady(launcher);
        var parts = PidFile.in(folder.resolve("run")).stream()
                .filter(note -> !note.part().equals(Leftovers.LAUNCHER))
                .toList();
        var orphans = parts.stream().flatMap(note -> note.living().stream()).toList();
        assertThat(parts).extracting(PidFile::part).containsExactlyInAnyOrder("postgres", "kafka");
        assertThat(orphans).hasSize(2);

        launcher.destroyForcibly().waitFor();
        assertThat(orphans).allMatch(ProcessIdentity::isAlive);

        var told = new ArrayList<String>();
        try (var stack = LocalStack.builder()
                .dataDir(folder)
                .services(Set.of())
                .startCaches(false)
                .progress(new Notes(told))
                .start()) {
            assertThat(orphans).noneMatch(ProcessIdentity::isAlive);
            assertThat(told).anyMatch(note -> note.contains("killed launcher") && note.contains("kafka, postgres"));
            assertThat(stack.postgres().process().isAlive()).isTrue();
        }
        assertThat(PidFile.in(folder.resolve("run"))).isEmpty();
    }

    @Test
    void anInterruptedLauncherStopsEverything(@TempDir Path folder) throws Exception {
        var launcher = victim(folder);
        awaitReady(launcher);
        var parts = PidFile.in(folder.resolve("run")).stream()
                .flatMap(note -> note.living().stream())
                .toList();
        assertThat(parts).hasSize(3);

        new ProcessBuilder("sh", "-c", "kill -INT " + launcher.pid()).start().waitFor();
        launcher.waitFor();

        assertThat(parts).noneMatch(ProcessIdentity::isAlive);
    }

    private static Process victim(Path folder) throws Exception {
        return new ProcessBuilder(List.of(
                        JavaProgram.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dplaten.root=" + StackPaths.findRoot(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitReady(Process launcher) throws Exception {
        var reader = launcher.inputReader(StandardCharsets.UTF_8);
        var seen = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.add(line);
            if (line.startsWith(Victim.READY)) {
                // what it still says is of no interest, but must not block it
                Thread.startVirtualThread(() -> reader.lines().forEach(ignored -> {}));
                return;
            }
        }
        throw new AssertionError("the launcher did not come up: " + seen);
    }

    private record Notes(List<String> told) implements Progress {
        @Override
        public void ready(String part, String where) {}

        @Override
        public void note(String text) {
            told.add(text);
        }

        @Override
        public void warn(String text) {
            told.add(text);
        }
    }
}
