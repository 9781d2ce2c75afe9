package io.platen.localstack;

import io.platen.localstack.access.SignIn;
import io.platen.localstack.apps.Service;
import io.platen.localstack.apps.ServiceInstance;
import io.platen.localstack.apps.ServiceSet;
import io.platen.localstack.demo.DemoPeople;
import io.platen.localstack.parts.JavaProgram;
import io.platen.localstack.parts.Secrets;
import io.platen.localstack.process.Launch;
import io.platen.localstack.process.ManagedProcess;
import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.Signals;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** The command line behind {@code ./platen}. */
public final class Main {
    private static final String LAST_LINE = "Stop it with: ./platen down";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private static volatile boolean failed;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "launcher-logback.xml");
        var words = new ArrayList<>(List.of(arguments));
        var command = words.isEmpty() ? "" : words.removeFirst();
        try {
            int exit = switch (command) {
                case "up" -> up(words);
                case "status" -> status();
                case "down" -> down();
                case "token" -> token(words);
                default -> throw new StackFailure("No such command: '" + command + "'. See: ./platen help");
            };
            System.exit(exit);
        } catch (StackFailure | UncheckedIOException e) {
            failed = true;
            ERR.println(lineOf(e));
            System.exit(1);
        }
    }

    /** What a person can act on, without a stack trace. */
    static String lineOf(RuntimeException failure) {
        return failure instanceof UncheckedIOException read
                ? "platen: Reading or writing failed: " + read.getCause()
                : "platen: " + failure.getMessage();
    }

    private static StackPaths paths() {
        var root = StackPaths.findRoot();
        var data = System.getenv("PLATEN_DATA");
        var platen = root.resolve(".platen");
        return new StackPaths(
                root,
                data == null || data.isBlank()
                        ? platen
                        : Path.of(data).toAbsolutePath().normalize(),
                platen.resolve("apps"));
    }

    private static int up(List<String> words) {
        var options = UpOptions.parse(words);
        var paths = paths();
        if (options.detach()) {
            return upDetached(paths, words);
        }
        if (options.reset()) {
            stopEverything(paths);
            paths.reset();
        }
        var builder = LocalStack.builder()
                .root(paths.root())
                .dataDir(paths.data())
                .cacheDir(paths.cache())
                .gatewayPort(options.port())
                .usualPorts()
                .demo(options.demo())
                .deviceAgent(options.demo() || options.walks() != null)
                .walks(options.walks())
                .supervised()
                .progress(new Terminal(OUT));
        options.instances().forEach(builder::instances);
        OUT.println("Starting Platen (logs in " + paths.logs() + ")");
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(Main::sayFarewell, "farewell"));
        try (var stack = builder.start()) {
            tell(stack.url(), paths, options);
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void sayFarewell() {
        if (!failed) {
            OUT.println("Stopping Platen …");
        }
    }

    private static void tell(URI url, StackPaths paths, UpOptions options) {
        OUT.println();
        OUT.println("Platen is ready: " + url);
        OUT.println();
        if (options.demo()) {
            OUT.println(DemoPeople.table());
        } else {
            OUT.println("  " + ServiceSet.BOOTSTRAP_ADMIN + " (web administrator), password: "
                    + new Secrets(paths.secrets()).get(ServiceSet.BOOTSTRAP_SECRET));
            OUT.println();
        }
        OUT.println(options.isDetachedChild() ? LAST_LINE : "Ctrl-C stops everything; the data stay.");
    }

    /** A launcher of its own session; this process shows its output until it is ready. */
    private static int upDetached(StackPaths paths, List<String> words) {
        paths.createFolders();
        var log = paths.log("launcher");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw StackFailure.writing(log, e);
        }
        var rest = words.stream()
                .filter(word -> !word.equals("--detach") && !word.equals("-d"))
                .toList();
        var command = new ArrayList<>(List.of(
                JavaProgram.java(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Dplaten.root=" + paths.root(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName(),
                "up",
                "--detached-child"));
        command.addAll(rest);
        var data = Map.of("PLATEN_DATA", paths.data().toString());
        var child = new ManagedProcess(
                "launcher",
                () -> new Launch(command, data, paths.root()),
                log,
                new PidFile(paths.run().resolve("launcher.starting")),
                ignored -> {});
        var abandon = new Thread(() -> child.stop(Duration.ofSeconds(40)), "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        child.start();
        boolean ready = Follow.until(log, LAST_LINE, child::isAlive, OUT);
        Runtime.getRuntime().removeShutdownHook(abandon);
        new PidFile(paths.run().resolve("launcher.starting")).remove();
        return ready ? 0 : 1;
    }

    private static int status() {
        var paths = paths();
        var state = StateFile.read(paths);
        var launcher = new PidFile(paths.pidFile(Leftovers.LAUNCHER)).living();
        if (launcher.isEmpty()) {
            OUT.println("Platen is not running (data in " + paths.data() + ")");
            return 1;
        }
        if (state.isEmpty()) {
            OUT.println(
                    "Platen is starting or stopping (process " + launcher.get().pid() + ")");
        } else {
            OUT.println("Platen runs at " + state.get().get(StateFile.URL) + " (process "
                    + launcher.get().pid() + ")");
        }
        boolean healthy = true;
        var notes = new TreeMap<String, PidFile>();
        PidFile.in(paths.run()).forEach(note -> notes.put(note.part(), note));
        notes.remove(Leftovers.LAUNCHER);
        state.ifPresent(known -> known.keySet().stream()
                .filter(name -> !List.of(StateFile.URL, "smtp", "imap").contains(name))
                .forEach(name -> notes.putIfAbsent(name, new PidFile(paths.pidFile(name)))));
        for (var note : notes.values()) {
            var living = note.living();
            var port = state.map(known -> known.get(note.part())).orElse(null);
            var service = Service.named(note.part().replaceAll("-\\d$", ""));
            String condition;
            if (living.isEmpty()) {
                condition = "stopped";
            } else if (service.isPresent()
                    && port != null
                    && !ServiceInstance.isReady(service.get(), Integer.parseInt(port))) {
                condition = "not ready";
            } else {
                condition = "running";
            }
            healthy &= condition.equals("running");
            OUT.printf(
                    Locale.ROOT,
                    "  %-22s %-10s %-12s %s%n",
                    note.part(),
                    condition,
                    living.map(process -> "pid " + process.pid()).orElse(""),
                    port == null ? "" : "port " + port);
        }
        return healthy && state.isPresent() ? 0 : 1;
    }

    private static int down() {
        var paths = paths();
        OUT.println(
                stopEverything(paths)
                        ? "Platen is stopped; the data stay in " + paths.data()
                        : "Platen is not running");
        return 0;
    }

    /** The launcher first, which stops its parts in order; then whatever a killed one left. */
    private static boolean stopEverything(StackPaths paths) {
        var launcher = new PidFile(paths.pidFile(Leftovers.LAUNCHER)).living();
        launcher.ifPresent(process -> Signals.end(process, "TERM", Duration.ofSeconds(90)));
        var left = Leftovers.stop(paths);
        StateFile.remove(paths);
        return launcher.isPresent() || !left.isEmpty();
    }

    private static int token(List<String> words) {
        if (words.size() != 1) {
            throw new StackFailure("Whose token? For example: ./platen token anna.jansen");
        }
        var paths = paths();
        var url = StateFile.read(paths)
                .map(state -> state.get(StateFile.URL))
                .orElseThrow(() -> new StackFailure("Platen is not running. Start it with: ./platen up"));
        var name = words.getFirst().toLowerCase(Locale.ROOT);
        var signIn = new SignIn(URI.create(url));
        if (name.equals("admin") || name.equals(ServiceSet.BOOTSTRAP_ADMIN)) {
            OUT.println(signIn.token(
                    ServiceSet.BOOTSTRAP_ADMIN, new Secrets(paths.secrets()).get(ServiceSet.BOOTSTRAP_SECRET)));
        } else {
            OUT.println(signIn.token(DemoPeople.email(name), DemoPeople.PASSWORD));
        }
        return 0;
    }
}
