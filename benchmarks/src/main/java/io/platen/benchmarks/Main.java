package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

/** {@code ./platen bench [reads|live|start]}: starts a stack of its own and prints a table. */
public final class Main {

    private static final List<String> ALL = List.of("start", "reads", "live");

    private Main() {}

    public static void main(String[] names) throws IOException {
        var wanted = names.length == 0 ? ALL : List.of(names);
        if (!ALL.containsAll(wanted)) {
            System.err.println("Benchmarks are " + String.join(", ", ALL) + ".");
            System.exit(2);
        }
        var data = Files.createTempDirectory("platen-bench");
        try (var stack = LocalStack.builder()
                .dataDir(data)
                .environment(Service.GATEWAY, "PLATEN_GATEWAY_REQUESTS_PER_MINUTE", "1000000")
                .start()) {
            if (wanted.contains("start")) {
                new StartBenchmark(stack).run();
            }
            if (wanted.contains("reads") || wanted.contains("live")) {
                var fleet = Fleet.register(stack, 300);
                if (wanted.contains("reads")) {
                    new ReadsBenchmark(stack, fleet).run();
                }
                if (wanted.contains("live")) {
                    new LiveBenchmark(stack, fleet).run();
                }
            }
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
