package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.Together;
import io.platen.localstack.apps.ServiceInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** (d) What the eight services cost until they are ready, PostgreSQL and Kafka running: CPU seconds and memory (PSS). */
final class StartBenchmark {

    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalStack stack;

    StartBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    void run() throws IOException {
        var cpu = new ArrayList<Double>();
        var time = new ArrayList<Double>();
        var pss = new ArrayList<Double>();
        for (int start = 0; start < STARTS; start++) {
            stop();
            time.add(start());
            cpu.add(Figures.cpuOfServices(stack).toMillis() / 1000.0);
            pss.add(pssOfServices());
        }
        Figures.head();
        Figures.row(
                "(d) CPU until the services are ready",
                "%.1f s (median of %d)".formatted(Figures.median(cpu), STARTS),
                "",
                "",
                "≤ 45 s");
        Figures.row("(d) time until the services are ready", "%.1f s".formatted(Figures.median(time)), "", "", "");
        Figures.row("(d) memory (PSS) of the services", "%.2f GiB".formatted(Figures.median(pss)), "", "", "≤ 2 GiB");
    }

    private void stop() {
        var all = stack.instances();
        Together.run(
                all.size(),
                all.stream().map(instance -> (Runnable) instance::stop).toList());
    }

    /** In seconds. */
    private double start() {
        long begin = System.nanoTime();
        stack.instances().forEach(ServiceInstance::start);
        stack.instances().forEach(instance -> instance.awaitReady(PATIENCE));
        return (System.nanoTime() - begin) / 1e9;
    }

    /** In GiB. */
    private double pssOfServices() throws IOException {
        long pss = 0;
        for (var instance : stack.instances()) {
            pss += pssOf(instance.pid());
        }
        return pss / 1048576.0;
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
