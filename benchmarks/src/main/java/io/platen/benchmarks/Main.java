package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.LocalStackBuilder;
import io.platen.localstack.apps.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./platen bench [start|sheets|reads|live|list|replay|reports]}: starts a stack of its own and prints a table. */
public final class Main {

    private static final List<String> ALL = List.of("start", "sheets", "reads", "live", "list", "replay", "reports");

    /** Each takes 30 reads: enough for 40 s at 1 000 a second, and for the rounds of the live stream. */
    private static final int DEVICES = 1_500;

    /** As many as a workbook has rows. */
    private static final int DEVICES_OF_A_WORKBOOK = 5_000;

    private Main() {}

    public static void main(String[] names) throws IOException {
        System.setProperty("logback.configurationFile", "launcher-logback.xml");
        var wanted = names.length == 0 ? ALL : List.of(names);
        if (!ALL.containsAll(wanted)) {
            System.err.println("Benchmarks are " + String.join(", ", ALL) + ".");
            System.exit(2);
        }
        if (wanted.stream()
                .anyMatch(name -> !Set.of("list", "replay", "reports").contains(name))) {
            on(unlimited(), stack -> withServices(stack, wanted));
        }
        if (wanted.contains("list")) {
            on(
                    unlimited().services(Set.of(Service.GATEWAY, Service.IDENTITY)),
                    stack -> new FleetListBenchmark(stack).run());
        }
        if (wanted.contains("reports")) {
            on(
                    unlimited().services(Set.of(Service.IDENTITY, Service.DEVICE, Service.GATEWAY)),
                    stack -> new ReportsBenchmark(stack).run());
        }
        if (wanted.contains("replay")) {
            on(LocalStack.builder().services(Set.of()), stack -> new ReplayBenchmark(stack).run());
        }
    }

    private static LocalStackBuilder unlimited() {
        return LocalStack.builder().environment(Service.GATEWAY, "PLATEN_GATEWAY_REQUESTS_PER_MINUTE", "1000000");
    }

    private static void withServices(LocalStack stack, List<String> wanted) throws IOException {
        if (wanted.contains("start")) {
            new StartBenchmark(stack).run();
        }
        if (wanted.stream().anyMatch(Set.of("sheets", "reads", "live")::contains)) {
            long begin = System.nanoTime();
            var devices = wanted.contains("sheets") ? DEVICES_OF_A_WORKBOOK : DEVICES;
            var fleet = Fleet.register(stack, devices);
            System.out.printf(
                    Locale.ROOT, "%d devices registered in %.1f s.%n", devices, (System.nanoTime() - begin) / 1e9);
            if (wanted.contains("sheets")) {
                new SheetsBenchmark(stack, fleet).run();
            }
            if (wanted.contains("reads")) {
                new ReadsBenchmark(stack, fleet).run();
            }
            if (wanted.contains("live")) {
                new LiveBenchmark(stack, fleet).run();
            }
        }
    }

    private interface Benchmark {
        void run(LocalStack stack) throws IOException;
    }

    private static void on(LocalStackBuilder builder, Benchmark benchmark) throws IOException {
        var data = Files.createTempDirectory("platen-bench");
        try (var stack = builder.dataDir(data).start()) {
            benchmark.run(stack);
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
