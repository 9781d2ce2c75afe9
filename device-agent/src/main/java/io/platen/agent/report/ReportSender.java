package io.platen.agent.report;

import io.platen.agent.report.PlatformClient.AgentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the buffered reports to the platform, oldest first. While it is away the buffer waits, with pauses that double;
 * what it refuses for good is set aside in a file, so that one bad report does not hold up the others.
 */
public final class ReportSender {

    private static final Logger log = LoggerFactory.getLogger(ReportSender.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 200;
    private static final long REJECTED_FILE_LIMIT = 5_000_000;

    /** An agent that has nothing to report says that it is there; one that is silent for an hour counts as gone. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(5);

    private final ReportBuffer buffer;
    private final PlatformClient platform;
    private final Path rejectedFile;
    private final String version;
    private final Supplier<Census> printers;
    private final Clock clock;
    private final Instant startedAt;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Map<String, String> verdicts = new ConcurrentHashMap<>();

    private volatile @Nullable Instant lastSuccess;
    private volatile String trouble = "";
    private int failures;
    private int batchSize = BATCH;

    /** How many printers there are, and how many of them do not answer. */
    public record Census(int found, int silent) {}

    /** @param longestPause between two attempts while the platform is away */
    public ReportSender(
            ReportBuffer buffer,
            PlatformClient platform,
            Path directory,
            String version,
            Supplier<Census> printers,
            Clock clock,
            Duration firstPause,
            Duration longestPause) {
        this.buffer = buffer;
        this.platform = platform;
        this.rejectedFile = directory.resolve("rejected.jsonl");
        this.version = version;
        this.printers = printers;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /**
     * Sends what there is.
     *
     * @return how long to wait before the next attempt; zero when everything was handed over
     */
    public Duration flush() throws InterruptedException {
        while (true) {
            var entries = buffer.oldest(batchSize);
            if (entries.isEmpty() && !isTimeForASign()) {
                return Duration.ZERO;
            }
            var pause = send(entries);
            if (pause.isPresent()) {
                return pause.get();
            }
        }
    }

    /** @return how long to wait, where it did not get through */
    private Optional<Duration> send(List<Entry> entries) throws InterruptedException {
        var reports = entries.stream().map(Entry::report).toList();
        return switch (platform.send(state(), reports)) {
            case PlatformClient.Answer.Taken taken -> {
                succeeded();
                taken(entries, taken.results());
                yield Optional.empty();
            }
            case PlatformClient.Answer.Refused refused ->
                entries.isEmpty()
                        ? Optional.of(waitFor("the platform answers " + refused.status(), Optional.empty()))
                        : refused(entries, refused.status(), refused.body());
            case PlatformClient.Answer.NotNow notNow -> Optional.of(waitFor(notNow.reason(), notNow.retryAfter()));
        };
    }

    private Duration waitFor(String reason, Optional<Duration> retryAfter) {
        trouble = reason;
        failures++;
        var pause = retryAfter.orElseGet(this::pause);
        log.warn("{} reports wait: {}; next attempt in {} s", buffer.size(), reason, pause.toSeconds());
        return pause;
    }

    private AgentState state() {
        var census = printers.get();
        return new AgentState(
                version, startedAt, clock.instant(), buffer.size(), buffer.dropped(), census.found(), census.silent());
    }

    private boolean isTimeForASign() {
        var last = lastSuccess;
        return last == null || Duration.between(last, clock.instant()).abs().compareTo(SIGN_OF_LIFE) >= 0;
    }

    public @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** Why the platform does not get the reports; empty when it does. */
    public String trouble() {
        return trouble;
    }

    /** What the platform objects to in the reports on a printer; empty when nothing. */
    public String verdict(String serialNumber) {
        return verdicts.getOrDefault(serialNumber, "");
    }

    private void succeeded() {
        failures = 0;
        trouble = "";
        lastSuccess = clock.instant();
        batchSize = Math.min(BATCH, batchSize * 2);
    }

    private void taken(List<Entry> entries, List<PlatformClient.Result> results) {
        var done = new ArrayList<Entry.ReportKey>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var serial = entry.report().serialNumber();
            var result = results.get(i);
            if (result.result().equals("DUPLICATE") && buffer.continueAbove(serial, result.lastSequence())) {
                log.warn("{}: the platform has seen number {}; what waits follows that", serial, result.lastSequence());
                continue;
            }
            done.add(entry.key());
            switch (result.result()) {
                case "ACCEPTED", "DUPLICATE" -> verdicts.remove(serial);
                case "UNKNOWN_DEVICE" -> complain(serial, "the platform knows no device with this serial number");
                default -> {
                    complain(serial, "the platform refused a report: " + result.detail());
                    setAside(entry, result.result() + " " + result.detail());
                }
            }
        }
        buffer.done(done);
    }

    /**
     * Halves the batch until the report that is to blame stands alone. Where a batch of nothing is refused as well, no
     * report is to blame: the platform does not understand this agent, and everything waits.
     */
    private Optional<Duration> refused(List<Entry> entries, int status, String body) throws InterruptedException {
        if (entries.size() > 1) {
            batchSize = Math.max(1, entries.size() / 2);
            return Optional.empty();
        }
        var pause = send(List.of());
        if (pause.isEmpty()) {
            var entry = entries.getFirst();
            complain(entry.report().serialNumber(), "the platform refused a report with " + status);
            setAside(entry, status + " " + body);
            buffer.done(List.of(entry.key()));
        }
        return pause;
    }

    private void complain(String serial, String verdict) {
        if (!verdict.equals(verdicts.put(serial, verdict))) {
            log.warn("{}: {}", serial, verdict);
        }
    }

    private void setAside(Entry entry, String why) {
        try {
            boolean room = !Files.exists(rejectedFile) || Files.size(rejectedFile) < REJECTED_FILE_LIMIT;
            if (room) {
                var line = JSON.writeValueAsString(Map.of("why", why, "report", entry.report()));
                Files.writeString(rejectedFile, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            log.warn("cannot set a refused report aside in {}", rejectedFile, e);
        }
    }

    /** Doubles with every failure, and varies so that a thousand agents do not come back in the same second. */
    private Duration pause() {
        long doubled = firstPause.toMillis() << Math.min(failures - 1, 20);
        long bounded = Math.clamp(doubled, 1, Math.max(1, longestPause.toMillis()));
        return Duration.ofMillis(bounded - ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
    }
}
