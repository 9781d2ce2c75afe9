package io.platen.localstack.apps;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import io.platen.localstack.parts.JavaProgram;
import io.platen.localstack.process.Launch;
import io.platen.localstack.process.LogTail;
import io.platen.localstack.process.ManagedProcess;
import io.platen.localstack.process.PidFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One running copy of a service. */
public final class ServiceInstance {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration TRAINING = Duration.ofMinutes(3);
    private final PreparedApp app;
    private final String name;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private final boolean useCache;
    private final StackPaths paths;
    private final ManagedProcess process;

    ServiceInstance(
            PreparedApp app,
            String name,
            int port,
            Map<String, String> environment,
            List<String> options,
            boolean useCache,
            StackPaths paths,
            Consumer<ManagedProcess> onUnexpectedEnd) {
        this.app = app;
        this.name = name;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
        this.useCache = useCache;
        this.paths = paths;
        this.process = new ManagedProcess(
                name, () -> launch(false), paths.log(name), new PidFile(paths.pidFile(name)), onUnexpectedEnd);
    }

    public Service service() {
        return app.service();
    }

    /** {@code meter-service}, and {@code meter-service-2} for the second copy. */
    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** Its own address, past the gateway. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + service().contextPath());
    }

    public Path log() {
        return process.log();
    }

    public ManagedProcess process() {
        return process;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void start() {
        process.start();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** In good order: requests that run are answered first. */
    public void stop() {
        process.stop(STOP);
    }

    void close() {
        process.close(STOP);
    }

    /** Starts it anew and waits until it takes requests. */
    public void restart() {
        stop();
        start();
        awaitReady(Duration.ofMinutes(2));
    }

    public boolean isReady() {
        return isReady(service(), port);
    }

    /** Whether the service on that port of this machine takes requests. */
    public static boolean isReady(Service service, int port) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + service.contextPath() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return ReadinessClient.HTTP
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void awaitReady(Duration patience) {
        awaitReady(patience, () -> false);
    }

    /** Gives up early, without a word, when somebody else has failed already. */
    void awaitReady(Duration patience, BooleanSupplier givenUp) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (givenUp.getAsBoolean()) {
                return;
            }
            if (!process.isAlive()) {
                throw new StackFailure(
                        name + " ended while starting" + causeInParentheses() + ". Its log: " + process.log());
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(
                        name + " is not ready after " + patience.toSeconds() + " s. Its log: " + process.log());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while waiting for " + name + ".", e);
            }
        }
    }

    private String causeInParentheses() {
        return LogTail.cause(process.log()).map(cause -> " (" + cause + ")").orElse("");
    }

    boolean needsTraining() {
        return useCache && !app.isTrained();
    }

    /** Starts it once up to the refreshed context to record what the next starts can load ready-made. */
    ManagedProcess startTraining() {
        var training = new ManagedProcess(
                name + "-training",
                () -> launch(true),
                paths.log(name + "-training"),
                new PidFile(paths.pidFile(name + "-training")),
                ignored -> {});
        training.start();
        return training;
    }

    /** False when there is no cache afterwards: the service then starts without, and tells its trouble itself. */
    boolean finishTraining(ManagedProcess training) {
        boolean ended = training.awaitEnd(TRAINING);
        training.close(Duration.ofSeconds(1));
        if (!ended || !Files.exists(app.trainingOutput())) {
            return false;
        }
        try {
            Files.move(
                    app.trainingOutput(),
                    app.aotCache(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Launch launch(boolean training) {
        var command = new ArrayList<String>();
        command.add(JavaProgram.java());
        command.addAll(JavaProgram.FLAGS);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + app.trainingOutput());
            command.add("-Dspring.context.exit=onRefresh");
        } else if (useCache && app.isTrained()) {
            command.add("-XX:AOTCache=" + app.aotCache());
        }
        command.addAll(options);
        command.add("-jar");
        command.add(app.jar().toString());
        return new Launch(command, environment, app.folder());
    }

    /** Made on first use: its threads are not needed by those who only look at names. */
    private static final class ReadinessClient {
        static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }
}
