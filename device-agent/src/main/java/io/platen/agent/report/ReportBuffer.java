package io.platen.agent.report;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * oldest report of the least worth goes: first those that only say "still there", then page counters, never news.
 *
 * <p>A line is {@code crc type json}: R a report, A one that is done with, L the last of a printer (its sequence and
 * memory), kept when the file is rewritten.
 */
public final class ReportBuffer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReportBuffer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SLACK = 1000;

    private final Path file;
    private final int capacity;
    private final FileChannel lockChannel;
    private final Map<Entry.ReportKey, Entry> pending = new LinkedHashMap<>();
    private final Map<String, Entry> last = new HashMap<>();
    private FileChannel channel;
    private long lines;
    private long dropped;

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
     * @throws UncheckedIOException where the disk does not take it: it was not kept then
     */
    synchronized @Nullable Entry append(String serialNumber, long firstSequence, Function<Previous, Entry> next) {
        var previous = last.get(serialNumber);
        long sequence = previous == null ? firstSequence : previous.report().sequence() + 1;
        var entry = next.apply(new Previous(previous, sequence));
        if (pending.size() >= capacity && !makeRoom(entry.worth())) {
            dropped++;
            return null;
        }
        write("R", entry, true);
        pending.put(entry.key(), entry);
        last.put(serialNumber, entry);
        return entry;
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

    /** Reports thrown away for lack of room since the start. */
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        lockChannel.close();
    }

    private boolean makeRoom(Entry.Worth newcomer) {
        for (var worth : List.of(Entry.Worth.ROUTINE, Entry.Worth.COUNTERS)) {
            if (worth.compareTo(newcomer) > 0) {
                return false;
            }
            for (var entry : pending.values()) {
                if (entry.worth() == worth) {
                    dropped++;
                    done(List.of(entry.key()));
                    return true;
                }
            }
        }
        return newcomer == Entry.Worth.NEWS;
    }

    private void write(String type, Object value, boolean sync) {
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
            throw new UncheckedIOException("cannot write " + file, e);
        }
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
        var bytes = Files.readAllBytes(file);
        int good = 0;
        int spoilt = 0;
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                if (replay(new String(bytes, start, at - start, StandardCharsets.UTF_8))) {
                    good = at + 1;
                } else {
                    spoilt++;
                }
                start = at + 1;
            }
        }
        long size = channel.size();
        if (spoilt > 0 || good < size) {
            log.warn("{}: {} spoilt lines passed over, {} bytes cut off at the end", file, spoilt, size - good);
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
                    var entry = JSON.readValue(json, Entry.class);
                    pending.put(entry.key(), entry);
                    last.put(entry.report().serialNumber(), entry);
                }
                case 'L' -> {
                    var entry = JSON.readValue(json, Entry.class);
                    last.put(entry.report().serialNumber(), entry);
                }
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

    /** Leaves only what is still needed; the old file stays until the new one is whole. */
    private void rewrite() {
        var next = file.resolveSibling("reports.journal.new");
        try {
            var kept = new ArrayList<byte[]>();
            last.values().forEach(entry -> kept.add(line("L", entry)));
            pending.values().forEach(entry -> kept.add(line("R", entry)));
            // the last of a printer again behind its pending ones, which are older
            pending.values().stream()
                    .map(entry -> entry.report().serialNumber())
                    .distinct()
                    .map(last::get)
                    .filter(Objects::nonNull)
                    .forEach(entry -> kept.add(line("L", entry)));
            var fresh = FileChannel.open(
                    next,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            for (var bytes : kept) {
                writeFully(fresh, bytes);
            }
            fresh.force(true);
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
            channel.close();
            channel = fresh;
            lines = kept.size();
        } catch (IOException e) {
            log.warn("cannot rewrite {}; it goes on growing for now", file, e);
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
