package io.platen.agent;

import io.platen.agent.printer.PrinterReader;
import io.platen.agent.report.PlatformClient;
import io.platen.agent.report.ReportBuffer;
import io.platen.agent.report.ReportSender;
import io.platen.agent.report.Reporter;
import io.platen.agent.snmp.AddressRange;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.SnmpSettings;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls printers and reports to the platform, until closed. */
public final class DeviceAgent implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeviceAgent.class);
    private static final int AT_ONCE = 16;
    private static final int SEARCHES_AT_ONCE = 16;

    /** A printer that a search found and that has been away so long is nobody's any more. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_ALL_IS_SENT = Duration.ofMillis(500);

    private final AgentConfig config;
    private final Clock clock;
    private final Instant startedAt;
    private final ReportBuffer buffer;
    private final Reporter reporter;
    private final PlatformClient platform;
    private final ReportSender sender;
    private final PrinterReader reader;
    private final PrinterReader searcher;
    private final Map<PrinterAddress, PolledPrinter> printers = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Semaphore searchSlots = new Semaphore(SEARCHES_AT_ONCE);
    private final SerialNumbers serials = new SerialNumbers(this::movedAway);
    private final @Nullable StatusPage statusPage;
    private volatile boolean closed;

    private DeviceAgent(AgentConfig config, Clock clock) throws IOException {
        this.config = config;
        this.clock = clock;
        startedAt = clock.instant();
        buffer = ReportBuffer.open(config.dataDirectory(), config.bufferedReports());
        reporter = new Reporter(buffer, config.lowPercent(), clock);
        var authorities = config.authorities();
        platform = new PlatformClient(
                config.platformUrl(),
                config.tokenUrl(),
                config.clientId(),
                config.clientSecret(),
                clock,
                authorities == null ? null : Authorities.of(authorities));
        sender = new ReportSender(
                buffer,
                platform,
                config.dataDirectory(),
                version(),
                this::census,
                clock,
                FIRST_PAUSE,
                config.longestPause());
        reader = new PrinterReader(config.snmp());
        searcher = new PrinterReader(brief(config.snmp()));
        config.printers().forEach(address -> take(address, false));
        timer = Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().daemon().name("device-agent-", 0).factory());
        statusPage = statusPage();
    }

    private @Nullable StatusPage statusPage() throws IOException {
        try {
            return config.statusPort() > 0 ? StatusPage.start(config.statusPort(), this::health) : null;
        } catch (BindException e) {
            if (config.statusRequired()) {
                throw new IOException("port " + config.statusPort() + " of the status page is in use", e);
            }
            log.warn("no status page: port {} is in use; platen.agent.status-port names another", config.statusPort());
            return null;
        }
    }

    public static DeviceAgent start(AgentConfig config) throws IOException {
        return start(config, Clock.systemUTC());
    }

    /** @throws IOException where the data directory is not usable or another agent has it */
    public static DeviceAgent start(AgentConfig config, Clock clock) throws IOException {
        var agent = new DeviceAgent(config, clock);
        agent.begin();
        log.info("started: {}; {} reports wait from before", config, agent.buffer.size());
        return agent;
    }

    public Health health() {
        return new Health(
                version(),
                startedAt,
                buffer.size(),
                buffer.dropped(),
                buffer.merged(),
                buffer.trouble(),
                sender.lastSuccess(),
                sender.trouble(),
                printers.values().stream()
                        .map(printer -> printer.health(sender))
                        .toList());
    }

    /** Reads every printer now, counters too, and returns when their reports are on the disk. */
    public void pollNow() {
        pollAll(printers.values(), true);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        timer.shutdownNow();
        workers.shutdownNow();
        platform.close();
        if (statusPage != null) {
            statusPage.close();
        }
        reader.close();
        searcher.close();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS) || !workers.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("a poll was still running at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        buffer.close();
    }

    private void begin() {
        var shorter = config.suppliesEvery().compareTo(config.countersEvery()) < 0
                ? config.suppliesEvery()
                : config.countersEvery();
        long tick = Math.clamp(shorter.toMillis() / 4, 50, 5_000);
        repeat(this::pollDue, tick);
        if (!config.ranges().isEmpty()) {
            repeat(this::search, config.searchEvery().toMillis());
        }
        timer.execute(this::send);
    }

    private void repeat(Runnable task, long everyMillis) {
        @SuppressWarnings("unused") // it ends with the timer; its failures are caught in the task
        Future<?> ignored = timer.scheduleWithFixedDelay(guarded(task), 0, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** A task that fails once must not stop coming. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                if (!closed) {
                    log.error("the agent goes on after", e);
                }
            }
        };
    }

    private void pollDue() {
        printers.values().stream()
                .filter(printer -> !closed && printer.takeTurn(config.countersEvery(), config.suppliesEvery()))
                .forEach(printer -> workers.execute(guarded(() -> poll(printer, false))));
    }

    private void pollAll(Collection<PolledPrinter> which, boolean all) {
        inParallel(which, printer -> poll(printer, all));
    }

    private void poll(PolledPrinter printer, boolean all) {
        withSlot(
                slots,
                () -> printer.poll(reader, reporter, serials, config.countersEvery(), config.suppliesEvery(), all));
    }

    private void search() {
        printers.values().stream()
                .filter(printer -> printer.isForgotten(FORGOTTEN_AFTER))
                .forEach(this::forget);
        for (AddressRange range : config.ranges()) {
            var unknown = range.addresses().stream()
                    .filter(address -> !printers.containsKey(address))
                    .toList();
            inParallel(
                    unknown,
                    address -> withSlot(searchSlots, () -> {
                        if (!closed && searcher.isPrinter(address)) {
                            log.info("found a printer at {}", address);
                            take(address, true);
                        }
                    }));
        }
    }

    private void take(PrinterAddress address, boolean found) {
        printers.putIfAbsent(address, new PolledPrinter(address, found, clock));
    }

    private void movedAway(PolledPrinter from) {
        log.info("the printer that was at {} answers elsewhere", from.address());
        if (from.wasFound()) {
            forget(from);
        }
    }

    private void forget(PolledPrinter printer) {
        printers.remove(printer.address(), printer);
    }

    private ReportSender.Census census() {
        var all = List.copyOf(printers.values());
        return new ReportSender.Census(
                all.size(), (int) all.stream().filter(PolledPrinter::isSilent).count());
    }

    /** Sends, and comes back after the pause that the outcome calls for. */
    private void send() {
        var pause = AFTER_ALL_IS_SENT;
        try {
            var wanted = sender.flush();
            pause = wanted.isZero() ? pause : wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("the agent goes on after", e);
            pause = config.longestPause();
        }
        if (!closed && !timer.isShutdown()) {
            @SuppressWarnings("unused") // its failures are caught here
            Future<?> ignored = timer.schedule(this::send, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private <T> void inParallel(Collection<T> items, Consumer<T> task) {
        var running = new ArrayList<Future<?>>();
        for (var item : items) {
            running.add(workers.submit(guarded(() -> task.accept(item))));
        }
        for (var future : running) {
            try {
                future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a guarded task failed", e);
            }
        }
    }

    private static void withSlot(Semaphore slots, Runnable task) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            task.run();
        } finally {
            slots.release();
        }
    }

    /** Most addresses of a range are nobody's: they are not waited for. */
    private static SnmpSettings brief(SnmpSettings settings) {
        return settings.withTimeout(
                Duration.ofMillis(Math.min(1000, settings.timeout().toMillis())), 0);
    }

    static String version() {
        return Objects.requireNonNullElse(DeviceAgent.class.getPackage().getImplementationVersion(), "0.1.0");
    }

    /** The addresses in the agent's care now. */
    public List<PrinterAddress> printers() {
        return List.copyOf(printers.keySet());
    }
}
