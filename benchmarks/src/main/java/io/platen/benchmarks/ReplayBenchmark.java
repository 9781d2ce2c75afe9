package io.platen.benchmarks;

import io.platen.benchmarks.replay.ReplayRounds;
import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import io.platen.localstack.parts.JavaProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** (c) {@link ReplayRounds} in a process of its own, with the flags and the database roles that services run with. */
final class ReplayBenchmark {

    private static final String HEAP = "-Xmx256m";

    private final LocalStack stack;

    ReplayBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    void run() throws IOException {
        var command = new ArrayList<>(List.of(JavaProgram.java()));
        command.addAll(JavaProgram.FLAGS);
        command.addAll(List.of(HEAP, "-cp", System.getProperty("java.class.path"), ReplayRounds.class.getName()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(surroundings());
        var process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The replay ended with exit code " + process.exitValue() + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }

    private Map<String, String> surroundings() {
        var database = stack.postgres().database(Service.IDENTITY.id());
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.app(),
                "SPRING_DATASOURCE_PASSWORD", database.appPassword(),
                "SPRING_FLYWAY_URL", database.url(),
                "SPRING_FLYWAY_USER", database.owner(),
                "SPRING_FLYWAY_PASSWORD", database.ownerPassword(),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
    }
}
