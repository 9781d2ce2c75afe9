package io.platen.localstack.process;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One part of the stack as a process: can be started, stopped in good order, killed at once and started again. */
public final class ManagedProcess {
    private final String name;
    private final Supplier<Launch> launch;
    private final Path log;
    private final PidFile pidFile;
    private final Consumer<ManagedProcess> onUnexpectedEnd;
    private @Nullable Process process;
    private @Nullable ProcessIdentity identity;
    private String stopSignal = "TERM";
    private volatile boolean wanted;
    private boolean closed;

    public ManagedProcess(
            String name, Supplier<Launch> launch, Path log, PidFile pidFile, Consumer<ManagedProcess> onUnexpectedEnd) {
        this.name = name;
        this.launch = launch;
        this.log = log;
        this.pidFile = pidFile;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public synchronized void start() {
        if (closed) {
            throw new StackFailure(name + " is not started: the stack is being stopped.");
        }
        if (isAlive()) {
            return;
        }
        var how = launch.get();
        var builder = new ProcessBuilder(how.detached())
                .directory(how.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(ManagedProcess::wouldChangeTheProgram);
        builder.environment().putAll(how.environment());
        try {
            Files.createDirectories(how.folder());
            var started = builder.start();
            process = started;
            wanted = true;
            stopSignal = how.stopSignal();
            var born = ProcessIdentity.of(started.pid()).orElse(null);
            identity = born;
            if (born != null) {
                pidFile.write(born);
            }
            Thread.startVirtualThread(() -> watch(started));
        } catch (IOException e) {
            throw new StackFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private void watch(Process started) {
        try {
            started.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (wanted && started.equals(process)) {
            onUnexpectedEnd.accept(this);
        }
    }

    /** The user's own settings for other programs must not reach ours. */
    private static boolean wouldChangeTheProgram(String variable) {
        return variable.startsWith("SPRING_")
                || variable.startsWith("PG")
                || variable.startsWith("PLATEN_")
                || variable.startsWith("SERVER_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS")
                || variable.equals("_JAVA_OPTIONS");
    }

    public boolean isAlive() {
        var current = process;
        return current != null && current.isAlive();
    }

    public long pid() {
        var current = process;
        if (current == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return current.pid();
    }

    /** How it ended; only after it did. */
    public int exitCode() {
        var current = process;
        if (current == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return current.exitValue();
    }

    /** Ends it like a power cut would: SIGKILL, no farewell. */
    public synchronized void kill() {
        wanted = false;
        var current = process;
        if (current != null) {
            current.destroyForcibly();
            await(current, Duration.ofSeconds(10));
        }
        pidFile.remove();
    }

    /** Ends it in good order, by force when it takes longer than it may. */
    public synchronized void stop(Duration patience) {
        wanted = false;
        var current = process;
        if (current != null && current.isAlive()) {
            var self = identity;
            if (self == null || stopSignal.equals("TERM")) {
                current.destroy();
            } else {
                Signals.send(self, stopSignal);
            }
            if (!await(current, patience)) {
                current.destroyForcibly();
                await(current, Duration.ofSeconds(10));
            }
        }
        pidFile.remove();
    }

    /** Stops it and never starts it again. */
    public synchronized void close(Duration patience) {
        closed = true;
        stop(patience);
    }

    /** Waits for the end of a program that ends by itself. */
    public boolean awaitEnd(Duration patience) {
        var current = process;
        wanted = false;
        return current == null || await(current, patience);
    }

    private static boolean await(Process process, Duration patience) {
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                try {
                    return process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
