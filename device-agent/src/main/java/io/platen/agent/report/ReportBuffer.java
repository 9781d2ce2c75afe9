package io.platen.agent.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports the platform does not have yet, in an append-only file. A line is on the disk before its report is sent,
 * so a sequence number is never given twice; a line torn by a crash is cut off at the next start. Past the bound the
 * oldest report of the least worth goes: first those that only say "still there", then page counters. News is never
 * thrown away: where there is nothing else, two news of the printer with the most become one.
 *
 * <p>A line is {@code crc type json}: R a report, A one that is done with, L the last of a printer (its sequence and
 * memory), kept when the file is rewritten, D how many were thrown away. A disk that takes nothing does not stop the
 * agent: it goes on in memory, says so, and writes everything down as soon as it can.
 */
public final class ReportBuffer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReportBuffer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SLACK = 1000;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final Path file;
    private final int capacity;
    private final FileChannel lockChannel;
    private final Map<Entry.ReportKey, Entry> pending = new LinkedHashMap<>();
    private final Map<String, Entry> last = new HashMap<>();
    private FileChannel channel;
    private long lines;
    private long dropped;
    private long merged;
    private volatile String trouble = "";
    private long triedAt;

    private ReportBuffer(Path directory, int capacity) throws IOException {
        this.file = directory.resolve("reports.journal");
        this.capacity = capacity;
        this.lockChannel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock(directory);
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        recover();
    }

    /**
     * @param capacity reports to keep at most; news may exceed it
     * @throws IOException also where another agent uses the directory
     */
    public static ReportBuffer open(Path directory, int capacity) throws IOException {
        Files.createDirectories(directory);
        return new ReportBuffer(directory, capacity);
    }

    /**
     * Keeps a report.
     *
     * @param next makes it of the printer's last one (absent at the first) and its sequence number
     * @return the report as kept, or null where it was worth less than everything that fills the buffer
     */
    synchronized @Nullable Entry append(String serialNumber, long firstSequence, Function<Previous, Entry> next) {
        var previous = last.get(serialNumber);
        long sequence = previous == null ? firstSequence : previous.report().sequence() + 1;
        var entry = next.apply(new Previous(previous, sequence)).sharing(previous);
        if (pending.size() >= capacity && !makeRoom(entry)) {
            countDropped();
            return null;
        }
        pending.put(entry.key(), entry);
        last.put(serialNumber, entry);
        write("R", entry, true);
        return entry;
    }

    /**
     * The platform has seen higher numbers of a printer than this agent knows of: its memory was lost. What waits gets
     * numbers above them, and so do later reports.
     *
     * @return whether numbers had been lost; else what was sent is known to the platform
     */
    synchronized boolean continueAbove(String serialNumber, long seen) {
        var latest = last.get(serialNumber);
        if (latest == null || latest.report().sequence() >= seen) {
            return false;
        }
        long next = seen;
        for (var entry : List.copyOf(pending.values())) {
            if (entry.report().serialNumber().equals(serialNumber)) {
                var renumbered = entry.withSequence(++next);
                pending.remove(entry.key());
                pending.put(renumbered.key(), renumbered);
                write("A", entry.key(), false);
                write("R", renumbered, true);
            }
        }
        var raised = latest.withSequence(Math.max(next, seen));
        last.put(serialNumber, raised);
        write("L", raised, true);
        return true;
    }

    /** What was known of a printer before a report, and the number of that report. */
    record Previous(@Nullable Entry entry, long sequence) {}

    /** The oldest reports first, so in order for each printer. */
    synchronized List<Entry> oldest(int limit) {
        return pending.values().stream().limit(limit).toList();
    }

    /** The platform has them, or never wants them. */
    synchronized void done(Collection<Entry.ReportKey> keys) {
        for (var key : keys) {
            if (pending.remove(key) != null) {
                write("A", key, false); // lost in a crash it is sent again, and known as a duplicate
            }
        }
        if (lines > 2L * (pending.size() + last.size()) + SLACK) {
            rewrite();
        }
    }

    public synchronized int size() {
        return pending.size();
    }

    /** Reports thrown away for lack of room since the directory was new. */
    public synchronized long dropped() {
        return dropped;
    }

    /** News that had to share a report for lack of room since the start. */
    public synchronized long merged() {
        return merged;
    }

    /** Why nothing reaches the disk; empty when it does. */
    public String trouble() {
        return trouble;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        lockChannel.close();
    }

    /** For tests of what a disk can do to it. */
    synchronized FileChannel disk() {
        return channel;
    }

    /** For tests, instead of waiting. */
    synchronized void triedLongAgo() {
        triedAt = System.nanoTime() - BETWEEN_TRIES.multipliedBy(2).toNanos();
    }

    private boolean makeRoom(Entry newcomer) {
        for (var worth : List.of(Entry.Worth.ROUTINE, Entry.Worth.COUNTERS)) {
            if (worth.compareTo(newcomer.worth()) > 0) {
                return false;
            }
            for (var entry : pending.values()) {
                if (entry.worth() == worth) {
                    countDropped();
                    done(List.of(entry.key()));
                    return true;
                }
            }
        }
        if (newcomer.worth() == Entry.Worth.NEWS) {
            mergeOldestNews();
        }
        return newcomer.worth() == Entry.Worth.NEWS;
    }

    /** Of the printer with the most; where each has one report only there are more printers than room, and all stay. */
    private void mergeOldestNews() {
        var byPrinter = new LinkedHashMap<String, List<Entry>>();
        for (var entry : pending.values()) {
            byPrinter
                    .computeIfAbsent(entry.report().serialNumber(), serial -> new ArrayList<>())
                    .add(entry);
        }
        byPrinter.values().stream()
                .max(Comparator.comparingInt(List::size))
                .filter(most -> most.size() > 1)
                .ifPresent(most -> {
                    var both = most.get(1).after(most.getFirst());
                    pending.put(both.key(), both);
                    merged++;
                    write("R", both, true);
                    done(List.of(most.getFirst().key()));
                });
    }

    private void countDropped() {
        dropped++;
        write("D", dropped, false);
    }

    /** What does not reach the disk is not lost with it: the whole file is written anew as soon as that can be done. */
    private void write(String type, Object value, boolean sync) {
        if (!trouble.isEmpty()) {
            if (System.nanoTime() - triedAt > BETWEEN_TRIES.toNanos()) {
                rewrite();
            }
            return;
        }
        try {
            long before = channel.position();
            try {
                writeFully(channel, line(type, value));
                if (sync) {
                    channel.force(false);
                }
                lines++;
            } catch (IOException e) {
                channel.truncate(before); // half a line would hide the next one
                throw e;
            }
        } catch (IOException e) {
            inTrouble(e);
        }
    }

    private void inTrouble(IOException e) {
        triedAt = System.nanoTime();
        if (trouble.isEmpty()) {
            log.warn("cannot write {}; reports are kept in memory alone", file, e);
        }
        trouble = "the disk does not take reports, they are kept in memory alone: "
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static void writeFully(FileChannel to, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private static byte[] line(String type, Object value) {
        var body = type + " " + JSON.writeValueAsString(value);
        return (checksum(body) + " " + body + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    /** A line that was torn at the end is cut off; one spoilt in the middle is passed over and told. */
    private void recover() throws IOException {
        long good = 0;
        long at = 0;
        int spoilt = 0;
        var line = new ByteArrayOutputStream();
        try (var input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int octet = input.read(); octet >= 0; octet = input.read()) {
                at++;
                if (octet != '\n') {
                    line.write(octet);
                    continue;
                }
                if (replay(line.toString(StandardCharsets.UTF_8))) {
                    good = at;
                } else {
                    spoilt++;
                }
                line.reset();
            }
        }
        if (spoilt > 0 || good < at) {
            log.warn("{}: {} spoilt lines passed over, {} bytes cut off at the end", file, spoilt, at - good);
            channel.truncate(good);
        }
        channel.position(good);
    }

    private boolean replay(String line) {
        if (line.length() < 12 || line.charAt(8) != ' ' || !line.substring(0, 8).equals(checksum(line.substring(9)))) {
            return false;
        }
        var json = line.substring(11);
        try {
            switch (line.charAt(9)) {
                case 'R' -> {
                    var entry = remember(JSON.readValue(json, Entry.class));
                    pending.put(entry.key(), entry);
                }
                case 'L' -> remember(JSON.readValue(json, Entry.class));
                case 'D' -> dropped = JSON.readValue(json, Long.class);
                case 'A' -> pending.remove(JSON.readValue(json, Entry.ReportKey.class));
                default -> {
                    return false;
                }
            }
        } catch (JacksonException e) {
            return false;
        }
        lines++;
        return true;
    }

    /** An older one may stand behind a newer one, where two news were made one. */
    private Entry remember(Entry entry) {
        var serial = entry.report().serialNumber();
        var known = last.get(serial);
        var kept = entry.sharing(known);
        if (known == null || kept.report().sequence() >= known.report().sequence()) {
            last.put(serial, kept);
        }
        return kept;
    }

    /** Leaves only what is still needed; the old file stays until the new one is whole. */
    private void rewrite() {
        var next = file.resolveSibling("reports.journal.new");
        try {
            var fresh = FileChannel.open(
                    next,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            long count = 0;
            if (dropped > 0) {
                writeFully(fresh, line("D", dropped));
                count++;
            }
            for (var entry : last.values()) {
                writeFully(fresh, line("L", entry));
                count++;
            }
            for (var entry : pending.values()) {
                writeFully(fresh, line("R", entry));
                count++;
            }
            fresh.force(true);
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
            forceDirectory();
            channel.close();
            channel = fresh;
            lines = count;
            if (!trouble.isEmpty()) {
                log.info("{} is written again", file);
            }
            trouble = "";
        } catch (IOException e) {
            inTrouble(e);
        }
    }

    /** The new name must outlive a power cut as well. Windows knows no such thing, and needs none. */
    private void forceDirectory() {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            log.debug("{} cannot be forced to the disk", folder, e);
        }
    }

    private void lock(Path directory) throws IOException {
        FileLock lock;
        try {
            lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lockChannel.close();
            throw new IOException("another device agent uses " + directory.toAbsolutePath());
        }
    }
}
