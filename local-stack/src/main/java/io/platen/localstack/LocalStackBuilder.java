package io.platen.localstack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.platen.localstack.apps.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the stack shall be made of. Unless told otherwise: every service once, free random ports, no demo data. */
public final class LocalStackBuilder {
    private Path root = StackPaths.findRoot();
    private @Nullable Path data;
    private @Nullable Path cache;
    private int gatewayPort;
    private boolean usualPorts;
    private boolean demo;
    private boolean agent;
    private boolean startCaches = true;
    private boolean supervised;
    private @Nullable Path walks;
    private Set<Service> services = EnumSet.allOf(Service.class);
    private final Map<Service, Integer> instances = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, String>> environment = new EnumMap<>(Service.class);
    private final Map<Service, List<String>> options = new EnumMap<>(Service.class);
    private final Map<String, String> agentEnvironment = new HashMap<>();
    private Progress progress = Progress.silent();

    LocalStackBuilder() {}

    @CanIgnoreReturnValue
    public LocalStackBuilder root(Path checkout) {
        root = checkout.toAbsolutePath().normalize();
        return this;
    }

    /** Where data, logs and passwords of this stack live; by default {@code .platen} in the checkout. */
    @CanIgnoreReturnValue
    public LocalStackBuilder dataDir(Path folder) {
        data = folder.toAbsolutePath().normalize();
        return this;
    }

    /** Where unpacked programs and start-up caches live; by default {@code .platen/apps} in the checkout. */
    @CanIgnoreReturnValue
    public LocalStackBuilder cacheDir(Path folder) {
        cache = folder.toAbsolutePath().normalize();
        return this;
    }

    /** The public port. 0, the default, takes a free one. */
    @CanIgnoreReturnValue
    public LocalStackBuilder gatewayPort(int port) {
        gatewayPort = port;
        return this;
    }

    /** Prefers the documented ports for everything behind the gateway, where they are free. */
    @CanIgnoreReturnValue
    public LocalStackBuilder usualPorts() {
        usualPorts = true;
        return this;
    }

    /** Loads the demo data through the public API. */
    @CanIgnoreReturnValue
    public LocalStackBuilder demo(boolean wanted) {
        demo = wanted;
        return this;
    }

    /**
     * Starts the device agent and the printers it reads; the printers are simulated where no walks are named. It needs
     * the demo, whose account it reports for.
     */
    @CanIgnoreReturnValue
    public LocalStackBuilder deviceAgent(boolean wanted) {
        agent = wanted;
        return this;
    }

    /** Replays every walk file of the folder as a printer, and starts the device agent for them. */
    @CanIgnoreReturnValue
    public LocalStackBuilder walks(@Nullable Path folder) {
        walks = folder == null ? null : folder.toAbsolutePath().normalize();
        agent |= folder != null;
        return this;
    }

    /** Whether services are trained once per build to start faster the next times. */
    @CanIgnoreReturnValue
    public LocalStackBuilder startCaches(boolean wanted) {
        startCaches = wanted;
        return this;
    }

    /** Starts a part again that ends without having been asked to. Tests that kill parts leave this off. */
    @CanIgnoreReturnValue
    public LocalStackBuilder supervised() {
        supervised = true;
        return this;
    }

    /** Only these services; databases, broker and mail are always there. */
    @CanIgnoreReturnValue
    public LocalStackBuilder services(Set<Service> wanted) {
        services = wanted.isEmpty() ? EnumSet.noneOf(Service.class) : EnumSet.copyOf(wanted);
        return this;
    }

    /** Several copies of one service, side by side. */
    @CanIgnoreReturnValue
    public LocalStackBuilder instances(Service service, int count) {
        if (count < 1 || count > 9) {
            throw new StackFailure(
                    "Between 1 and 9 instances of " + service.id() + " can be started, not " + count + ".");
        }
        instances.put(service, count);
        return this;
    }

    /** As {@link #instances(Service, int)}, with the service's name: {@code meter}. */
    @CanIgnoreReturnValue
    public LocalStackBuilder instances(String service, int count) {
        return instances(
                Service.named(service)
                        .orElseThrow(() -> new StackFailure("There is no service named '" + service + "'.")),
                count);
    }

    /** One more environment variable for every instance of a service. */
    @CanIgnoreReturnValue
    public LocalStackBuilder environment(Service service, String name, String value) {
        environment.computeIfAbsent(service, ignored -> new HashMap<>()).put(name, value);
        return this;
    }

    /** One more environment variable for the device agent. */
    @CanIgnoreReturnValue
    public LocalStackBuilder agentEnvironment(String name, String value) {
        agentEnvironment.put(name, value);
        return this;
    }

    /** One more JVM option for every instance of a service. */
    @CanIgnoreReturnValue
    public LocalStackBuilder option(Service service, String option) {
        options.computeIfAbsent(service, ignored -> new ArrayList<>()).add(option);
        return this;
    }

    @CanIgnoreReturnValue
    public LocalStackBuilder progress(Progress listener) {
        progress = listener;
        return this;
    }

    /** Starts everything and returns when it is ready; on failure nothing is left running. */
    public LocalStack start() {
        return LocalStack.start(plan());
    }

    /** Counters of a demo's printers go on while somebody watches, not three times a day. */
    private void hurryTheCounters() {
        var device = environment.computeIfAbsent(Service.DEVICE, ignored -> new HashMap<>());
        device.putIfAbsent("PLATEN_DEVICE_COUNTER_INTERVAL", "20s");
        device.putIfAbsent("PLATEN_DEVICE_ANNOUNCE_INTERVAL", "10s");
    }

    Plan plan() {
        if (agent) {
            hurryTheCounters();
        }
        var platen = root.resolve(".platen");
        var paths = new StackPaths(root, data == null ? platen : data, cache == null ? platen.resolve("apps") : cache);
        return new Plan(
                paths,
                gatewayPort,
                usualPorts,
                demo,
                agent,
                startCaches,
                supervised,
                walks,
                EnumSet.copyOf(services.isEmpty() ? EnumSet.noneOf(Service.class) : services),
                Map.copyOf(instances),
                Map.copyOf(environment),
                Map.copyOf(options),
                Map.copyOf(agentEnvironment),
                progress);
    }

    /** The finished order. */
    record Plan(
            StackPaths paths,
            int gatewayPort,
            boolean usualPorts,
            boolean demo,
            boolean agent,
            boolean startCaches,
            boolean supervised,
            @Nullable Path walks,
            Set<Service> services,
            Map<Service, Integer> instances,
            Map<Service, Map<String, String>> environment,
            Map<Service, List<String>> options,
            Map<String, String> agentEnvironment,
            Progress progress) {}
}
