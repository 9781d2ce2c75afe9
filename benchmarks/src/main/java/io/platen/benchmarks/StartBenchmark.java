package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** (d) What the eight services cost until they are ready: CPU seconds and memory that is theirs (PSS). */
final class StartBenchmark {

    private final LocalStack stack;

    StartBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    void run() throws IOException {
        var cpu = Figures.cpuOfServices(stack).toMillis() / 1000.0;
        long pss = 0;
        for (var instance : stack.instances()) {
            pss += pssOf(instance.pid());
        }
        Figures.head();
        Figures.row("(d) CPU until the services are ready", "%.1f s".formatted(cpu), "", "", "≤ 45 s");
        Figures.row("(d) memory (PSS) of the services", "%.2f GiB".formatted(pss / 1048576.0), "", "", "≤ 2 GiB");
    }

    /** In KiB; Linux only. */
    private static long pssOf(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
