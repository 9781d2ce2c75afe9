package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** (a) One meter read per request through the gateway, 8 clients, against single-row commits on the same server. */
final class ReadsBenchmark {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(4);

    /** A service that has just started is measured as a compiler. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final LocalStack stack;
    private final Fleet fleet;
    private final AtomicInteger refused = new AtomicInteger();

    ReadsBenchmark(LocalStack stack, Fleet fleet) {
        this.stack = stack;
        this.fleet = fleet;
    }

    void run() {
        var ratios = new ArrayList<Double>();
        var reads = new ArrayList<Double>();
        var commits = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var token = fleet.token();
        createTable();
        measure(WARM_UP, () -> submitter(token));
        for (int round = 0; round < ROUNDS; round++) {
            var before = Figures.cpuOfServices(stack);
            double read = measure(ROUND, () -> submitter(token));
            var used = Figures.cpuOfServices(stack).minus(before);
            double commit = measure(ROUND, this::committer);
            reads.add(read);
            commits.add(commit);
            ratios.add(read / commit);
            cpu.add(used.toNanos() / 1e6 / (read * ROUND.toSeconds()));
        }
        Figures.head();
        Figures.row(
                "(a) meter reads through the gateway",
                "%.0f /s, %.2f CPU ms each".formatted(Figures.median(reads), Figures.median(cpu)),
                "%.0f commits/s".formatted(Figures.median(commits)),
                "%.3f".formatted(Figures.median(ratios)),
                "≥ 0.15");
        if (refused.get() > 0) {
            System.out.println("(a) " + refused.get() + " answers were not 201; the figure does not count.");
        }
    }

    /** Operations per second of 8 clients. */
    private static double measure(Duration time, Callable<Client> clients) {
        var end = System.nanoTime() + time.toNanos();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(pool.submit(() -> {
                    int done = 0;
                    try (var client = clients.call()) {
                        while (System.nanoTime() < end) {
                            client.once();
                            done++;
                        }
                    }
                    return done;
                }));
            }
            int total = 0;
            for (var one : running) {
                total += one.get();
            }
            return total / (double) time.toSeconds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private interface Client extends AutoCloseable {
        void once() throws IOException, InterruptedException, SQLException;

        @Override
        void close() throws SQLException;
    }

    private Client submitter(String token) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Client() {
            @Override
            public void once() throws IOException, InterruptedException {
                var answer = http.send(fleet.next().request(stack, token), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() != 201) {
                    refused.incrementAndGet();
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private void createTable() {
        try (var connection = stack.postgres().superuser("meter");
                var statement = connection.createStatement()) {
            statement.execute("create table bench_row (id bigint generated always as identity, body text)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Client committer() throws SQLException {
        var connection = stack.postgres().superuser("meter");
        var insert = connection.prepareStatement("insert into bench_row (body) values (repeat('x', 400))");
        return new Client() {
            @Override
            public void once() throws SQLException {
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
