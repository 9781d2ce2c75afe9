package io.platen.benchmarks.replay;

import io.platen.benchmarks.Figures;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Replays a store into the identity service's directory, in turns with the plain loop. The directory, which that service
 * writes with the event, is handled here as the platform handles any projection that follows the store.
 */
public final class ReplayRounds {

    private static final int EVENTS = 200_000;
    private static final int ROUNDS = 5;

    private final Replay replay;
    private final PlainLoop loop;
    private final Database database;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> cpuOfOurs = new ArrayList<>();
    private final List<Double> cpuOfPlain = new ArrayList<>();

    private ReplayRounds(Replay replay, PlainLoop loop, Database database) {
        this.replay = replay;
        this.loop = loop;
        this.database = database;
    }

    public static void main(String[] arguments) throws SQLException {
        try (var service = new SpringApplicationBuilder(DirectoryAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=error",
                        "--spring.config.name=replay")) { // not the service's own settings: the platform's
            var settings = service.getEnvironment();
            var database = new Database(settings);
            var replay = new Replay(service.getBean(EventProcessingConfiguration.class)
                    .eventProcessor(DirectoryAlone.PROCESSOR, PooledStreamingEventProcessor.class)
                    .orElseThrow());
            replay.pause(settings.getProperty("platen.events.segments", Integer.class, 4));
            new StoredUsers(EVENTS).appendTo(service.getBean(PostgresEventStorageEngine.class));
            database.settle();
            var loop = new PlainLoop(database, settings.getProperty("platen.events.batch-size", Integer.class, 100));
            new ReplayRounds(replay, loop, database).run();
        }
    }

    private void run() throws SQLException {
        for (int round = 0; round <= ROUNDS; round++) {
            var byReplay = replay();
            var asReplayed = database.projection();
            var byLoop = loop();
            if (!asReplayed.equals(database.projection())) {
                throw new IllegalStateException("Replay and loop did not write the same.");
            }
            if (round > 0) { // the first warms up
                ours.add(byReplay.perSecond());
                plain.add(byLoop.perSecond());
                ratios.add(byReplay.perSecond() / byLoop.perSecond());
                cpuOfOurs.add(byReplay.cpuMicros());
                cpuOfPlain.add(byLoop.cpuMicros());
            }
        }
        Figures.head();
        Figures.row(
                "(c) replay of %d events".formatted(EVENTS),
                "%.0f /s, %.0f CPU µs each".formatted(Figures.median(ours), Figures.median(cpuOfOurs)),
                "%.0f /s, %.0f CPU µs each".formatted(Figures.median(plain), Figures.median(cpuOfPlain)),
                "%.3f".formatted(Figures.median(ratios)),
                "≥ 0.3");
    }

    private Took replay() throws SQLException {
        database.forgetProjection();
        replay.reset();
        var end = database.lastPosition();
        var took = measure(() -> replay.runTo(end));
        replay.stop();
        return took;
    }

    private Took loop() throws SQLException {
        database.forgetProjection();
        return measure(loop::run);
    }

    private record Took(Duration time, Duration cpu) {

        double perSecond() {
            return EVENTS / (time.toNanos() / 1e9);
        }

        double cpuMicros() {
            return cpu.toNanos() / 1e3 / EVENTS;
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static Took measure(Work work) throws SQLException {
        var self = ProcessHandle.current().pid();
        var cpu = Figures.cpuOf(self);
        var begin = System.nanoTime();
        work.run();
        var time = Duration.ofNanos(System.nanoTime() - begin);
        return new Took(time, Figures.cpuOf(self).minus(cpu));
    }
}
