package io.platen.localstack.printers;

import io.platen.agent.printer.PrinterMib;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A real printer's walk, answering on a loopback port; numbers may be laid over it and outlast a restart. */
public final class ReplayedPrinter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplayedPrinter.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LIFE_COUNT = "1.3.6.1.2.1.43.10.2.1.4.1.1";
    private static final String SUPPLY = "1.3.6.1.2.1.43.11.1.1.";
    /** Where else a maker counts a printed page in black and white, so that its totals go on adding up. */
    private static final String[] MAKERS_COUNTS = {
        "1.3.6.1.4.1.1347.42.2.5.1.1.1.1", "1.3.6.1.4.1.1347.42.3.1.2.1.1.1.1"
    };

    private static final int PAGES_PER_CARTRIDGE = 10_000;

    private final String name;
    private final Mib mib;
    private final Map<String, Long> overlay = new TreeMap<>();
    private final @Nullable Path overlayFile;
    private final LoopbackAgent agent;

    ReplayedPrinter(String name, Mib mib, int port, @Nullable Path overlayFile) throws IOException {
        this.name = name;
        this.mib = mib;
        this.overlayFile = overlayFile;
        restore();
        agent = LoopbackAgent.start(mib, port, () -> {}, this::take);
    }

    /** The walk file's name without its ending. */
    public String name() {
        return name;
    }

    public PrinterAddress address() {
        return agent.address();
    }

    /** What it would be read as now. */
    public PrinterReading reading() {
        return PrinterMib.interpret(mib.answer());
    }

    public PrinterSheet sheet() {
        return PrinterSheet.of(address(), reading());
    }

    /** Lays a number over an object that is one; it keeps its type. */
    public synchronized void set(String oid, long number) {
        apply(oid, number);
        overlay.put(oid, number);
        save();
    }

    /** Pages printed in black and white. */
    public synchronized void addPages(long pages) {
        add(LIFE_COUNT, pages);
        for (var oid : MAKERS_COUNTS) {
            if (mib.get(new OID(oid)) != null) {
                add(oid, pages);
            }
        }
        save();
    }

    /** @param level in the unit of the supply, or -1, -2, -3 as the standard has them */
    public void setLevel(int supply, long level) {
        set(SUPPLY + "9.1." + supply, level);
    }

    /** Prints: the counters go up, and what is measured of toner and ink goes down. */
    public synchronized void print(long pages) {
        addPages(pages);
        for (var supply : reading().supplies()) {
            if (supply.kind().marks() && supply.level().percent() != null) {
                var level = new OID(SUPPLY + "9.1." + supply.index());
                long max = number(new OID(SUPPLY + "8.1." + supply.index()));
                long used = Math.max(1, max * pages / PAGES_PER_CARTRIDGE);
                set(level.toString(), Math.max(0, number(level) - used));
            }
        }
    }

    @Override
    public void close() throws IOException {
        agent.close();
    }

    int size() {
        return mib.size();
    }

    private void add(String oid, long number) {
        long now = number(new OID(oid)) + number;
        apply(oid, now);
        overlay.put(oid, now);
    }

    private long number(OID oid) {
        return mib.answer().number(oid).orElse(0);
    }

    private void take(OID oid, Variable value) {
        set(oid.toString(), value.toLong());
    }

    private void apply(String oid, long number) {
        var at = new OID(oid);
        var before = mib.get(at);
        Variable value;
        if (before instanceof Counter32) {
            value = new Counter32(number);
        } else if (before instanceof Gauge32) {
            value = new Gauge32(number);
        } else if (before instanceof Integer32) {
            value = new Integer32(Math.toIntExact(number));
        } else {
            throw new IllegalArgumentException(name + " has no number at " + oid);
        }
        mib.put(at, value);
    }

    private void restore() throws IOException {
        if (overlayFile == null || !Files.exists(overlayFile)) {
            return;
        }
        try {
            var numbers = JSON.readValue(Files.readString(overlayFile), new TypeReference<Map<String, Long>>() {});
            numbers.forEach((oid, number) -> {
                apply(oid, number);
                overlay.put(oid, number);
            });
        } catch (JacksonException | IllegalArgumentException e) {
            log.warn("{} does not fit the walk and is not used", overlayFile, e);
        }
    }

    private void save() {
        if (overlayFile == null) {
            return;
        }
        try {
            Files.createDirectories(overlayFile.toAbsolutePath().getParent());
            var next = overlayFile.resolveSibling(overlayFile.getFileName() + ".new");
            Files.writeString(next, JSON.writeValueAsString(overlay));
            Files.move(next, overlayFile, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StackFailure.writing(overlayFile, e);
        }
    }
}
