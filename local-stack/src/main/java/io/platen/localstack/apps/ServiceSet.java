package io.platen.localstack.apps;

import io.platen.localstack.Progress;
import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import io.platen.localstack.Together;
import io.platen.localstack.parts.KafkaBroker;
import io.platen.localstack.parts.Ports;
import io.platen.localstack.parts.PostgresServer;
import io.platen.localstack.parts.Secrets;
import io.platen.localstack.process.ManagedProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All services of one stack: which copies there are, on which ports, with which settings. */
public final class ServiceSet {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int TRAINED_AT_ONCE = 2;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private final Map<Service, List<ServiceInstance>> instances = new EnumMap<>(Service.class);
    private final List<ManagedProcess> training = new CopyOnWriteArrayList<>();
    private final StackPaths paths;
    private final Progress progress;
    private volatile boolean closing;
    private volatile boolean failed;

    private ServiceSet(StackPaths paths, Progress progress) {
        this.paths = paths;
        this.progress = progress;
    }

    /**
     * What the services need to know of the rest.
     *
     * @param front whether something else listens on the public port and the gateways hide behind it
     */
    public record Surroundings(
            StackPaths paths,
            Ports ports,
            Secrets secrets,
            PostgresServer postgres,
            String kafka,
            int smtpPort,
            String publicUrl,
            int publicPort,
            boolean front,
            boolean usualPorts,
            boolean startCaches,
            Progress progress,
            Consumer<ManagedProcess> onUnexpectedEnd) {}

    /** Unpacks the services and gives every copy its port; nothing runs yet. */
    public static ServiceSet prepare(
            Set<Service> wanted,
            Map<Service, Integer> counts,
            Map<Service, Map<String, String>> environment,
            Map<Service, List<String>> options,
            Surroundings around) {
        var set = new ServiceSet(around.paths(), around.progress());
        var ports = new EnumMap<Service, List<Integer>>(Service.class);
        for (var service : wanted) {
            int count = counts.getOrDefault(service, 1);
            var own = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                own.add(portFor(service, i, around));
            }
            ports.put(service, own);
        }
        var shared = sharedEnvironment(ports, around);
        var apps = set.unpack(wanted);
        for (var app : apps) {
            var service = app.service();
            var variables = new HashMap<>(shared);
            variables.putAll(ownEnvironment(service, around));
            variables.putAll(environment.getOrDefault(service, Map.of()));
            var jvm = new ArrayList<>(
                    List.of("-Xss512k", "-Xms48m", "-Xmx" + (service == Service.GATEWAY ? "384m" : "256m")));
            jvm.addAll(options.getOrDefault(service, List.of()));
            var copies = new ArrayList<ServiceInstance>();
            int number = 0;
            for (int port : ports.getOrDefault(service, List.of())) {
                number++;
                var name = number == 1 ? service.module() : service.module() + "-" + number;
                var variablesOfCopy = new HashMap<>(variables);
                variablesOfCopy.put("SERVER_PORT", Integer.toString(port));
                copies.add(new ServiceInstance(
                        app,
                        name,
                        port,
                        variablesOfCopy,
                        jvm,
                        around.startCaches(),
                        around.paths(),
                        around.onUnexpectedEnd()));
            }
            set.instances.put(service, copies);
        }
        return set;
    }

    private static int portFor(Service service, int index, Surroundings around) {
        if (service == Service.GATEWAY && !around.front()) {
            return around.publicPort();
        }
        return around.usualPorts() && index == 0 && service != Service.GATEWAY
                ? around.ports().freeOr(service.defaultPort())
                : around.ports().free();
    }

    private static Map<String, String> sharedEnvironment(Map<Service, List<Integer>> ports, Surroundings around) {
        var shared = new HashMap<String, String>();
        shared.put("SERVER_ADDRESS", "127.0.0.1");
        shared.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", ""); // people read these logs
        shared.put("PLATEN_PUBLIC_URL", around.publicUrl());
        shared.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", around.kafka());
        shared.put("PLATEN_TOPICS_PARTITIONS", Integer.toString(KafkaBroker.PARTITIONS));
        shared.put("SPRING_MAIL_HOST", "127.0.0.1");
        shared.put("SPRING_MAIL_PORT", Integer.toString(around.smtpPort()));
        ports.forEach((service, own) -> {
            var addresses = own.stream()
                    .map(port -> "http://127.0.0.1:" + port + service.contextPath())
                    .collect(Collectors.joining(","));
            if (service != Service.GATEWAY) {
                shared.put("PLATEN_SERVICES_" + service.name(), addresses);
            }
            if (service == Service.IDENTITY) {
                shared.put("PLATEN_IDENTITY_URL", "http://127.0.0.1:" + own.getFirst() + service.contextPath());
            }
        });
        return shared;
    }

    private static Map<String, String> ownEnvironment(Service service, Surroundings around) {
        var own = new HashMap<String, String>();
        var database = around.postgres().database(service.id());
        own.put("SPRING_DATASOURCE_URL", database.url());
        own.put("SPRING_DATASOURCE_USERNAME", database.app());
        own.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
        own.put("SPRING_FLYWAY_URL", database.url());
        own.put("SPRING_FLYWAY_USER", database.owner());
        own.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
        if (service == Service.IDENTITY || service == Service.GATEWAY) {
            own.put("PLATEN_CLIENTS_GATEWAY_SECRET", around.secrets().get("client.gateway"));
        }
        if (service == Service.IDENTITY) {
            own.put("PLATEN_BOOTSTRAP_ADMIN_EMAIL", BOOTSTRAP_ADMIN);
            own.put("PLATEN_BOOTSTRAP_ADMIN_PASSWORD", around.secrets().get(BOOTSTRAP_SECRET));
        }
        return own;
    }

    /** The first web administrator, who makes everybody else. */
    public static final String BOOTSTRAP_ADMIN = "admin@platen.example";

    /** The name of his password among the secrets. */
    public static final String BOOTSTRAP_SECRET = "bootstrap.admin";

    private List<PreparedApp> unpack(Set<Service> wanted) {
        var cache = new AppCache(paths);
        return locked(() -> Together.call(
                TRAINED_AT_ONCE,
                wanted.stream()
                        .map(service -> (java.util.concurrent.Callable<PreparedApp>) () -> cache.prepare(service))
                        .toList()));
    }

    /** The cache belongs to all stacks of the checkout: one of them works on it at a time. */
    private <T> T locked(java.util.function.Supplier<T> work) {
        ONE_AT_A_TIME.lock();
        try (var channel = FileChannel.open(
                        paths.cache().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new StackFailure("Cannot lock " + paths.cache() + ".");
            }
            return work.get();
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + paths.cache() + ": " + e.getMessage(), e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Needs databases and broker. Does nothing when every service was trained before. */
    public void train() {
        var first = instances.values().stream().map(List::getFirst).toList();
        if (first.stream().noneMatch(ServiceInstance::needsTraining)) {
            return;
        }
        progress.note("First start of this build: recording start-up caches, so that the next ones are fast …");
        locked(() -> {
            Together.run(
                    TRAINED_AT_ONCE,
                    first.stream()
                            .filter(ServiceInstance::needsTraining)
                            .map(instance -> (Runnable) () -> train(instance))
                            .toList());
            return true;
        });
    }

    private void train(ServiceInstance instance) {
        if (closing) {
            return;
        }
        var process = instance.startTraining();
        training.add(process);
        if (closing) {
            process.kill();
        }
        boolean trained = instance.finishTraining(process);
        training.remove(process);
        if (!trained && !closing) {
            progress.warn("No start-up cache for " + instance.name() + "; it starts slower. See "
                    + paths.log(instance.name() + "-training"));
        }
    }

    /** Starts all of them at once and waits until they take requests. */
    public void start() {
        var all = all();
        all.forEach(ServiceInstance::start);
        Together.run(
                Math.max(1, all.size()),
                all.stream()
                        .map(instance -> (Runnable) () -> awaitReady(instance))
                        .toList());
    }

    private void awaitReady(ServiceInstance instance) {
        long begin = System.nanoTime();
        try {
            instance.awaitReady(READY, () -> failed || closing);
        } catch (StackFailure e) {
            failed = true;
            throw e;
        }
        if (!failed && !closing) {
            progress.ready(instance.name(), "127.0.0.1:" + instance.port() + " after " + seconds(begin));
        }
    }

    private static String seconds(long begin) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    public List<ServiceInstance> all() {
        return instances.values().stream().flatMap(List::stream).toList();
    }

    public List<ServiceInstance> of(Service service) {
        return instances.getOrDefault(service, List.of());
    }

    public void close() {
        closing = true;
        training.forEach(ManagedProcess::kill);
        var all = all();
        Together.run(
                Math.max(1, all.size()),
                all.stream().map(instance -> (Runnable) instance::close).toList());
    }
}
