package io.platen.localstack.printers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dozen simulated printers on loopback ports. They print with the clock, {@code timeFactor} times as fast as it goes,
 * also while nothing looks, and their counters go on where they were: a counter that ran backwards would be a fault.
 */
public final class SimulatedPrinters implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final List<SimulatedPrinter> printers;
    private final List<PrinterSheet> sheets;

    private SimulatedPrinters(List<SimulatedPrinter> printers) {
        this.printers = List.copyOf(printers);
        this.sheets = printers.stream().map(SimulatedPrinter::sheet).toList();
    }

    /** Pages by serial number at an instant, from which they go on by a factor. */
    private record Memory(Instant at, double timeFactor, Map<String, Long> pages) {

        long pages(SimulatedModel model, Instant now) {
            double days = Math.max(0, Duration.between(at, now).toMillis()) / MILLIS_PER_DAY * timeFactor;
            return pages.getOrDefault(model.serialNumber(), model.firstPages()) + (long) (days * model.pagesPerDay());
        }
    }

    /**
     * @param timeFactor 1 is real time; at 100 a day passes in a quarter of an hour
     * @param memoryFile where the counters are kept over a restart
     * @param firstPort the printers get this port and the next ones; 0 for free ones
     */
    public static SimulatedPrinters start(Clock clock, double timeFactor, Path memoryFile, int firstPort)
            throws IOException {
        if (!(timeFactor >= 0)) {
            throw new IllegalArgumentException("the time factor must not be negative");
        }
        var memory = goOn(memoryFile, clock.instant(), timeFactor);
        var printers = new ArrayList<SimulatedPrinter>();
        try {
            for (var model : SimulatedModel.ALL) {
                int port = firstPort == 0 ? 0 : firstPort + printers.size();
                printers.add(new SimulatedPrinter(model, port, () -> memory.pages(model, clock.instant())));
            }
        } catch (IOException | RuntimeException e) {
            new SimulatedPrinters(printers).close();
            throw e;
        }
        return new SimulatedPrinters(printers);
    }

    public List<PrinterSheet> printers() {
        return sheets;
    }

    @Override
    public void close() throws IOException {
        for (var printer : printers) {
            printer.close();
        }
    }

    private static Memory goOn(Path file, Instant now, double timeFactor) throws IOException {
        var before = Files.exists(file) ? read(file) : new Memory(now, timeFactor, Map.of());
        var pages = new TreeMap<String, Long>();
        SimulatedModel.ALL.forEach(model -> pages.put(model.serialNumber(), before.pages(model, now)));
        var memory = new Memory(now, timeFactor, pages);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, JSON.writeValueAsString(memory));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        return memory;
    }

    private static Memory read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Memory.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is spoilt; remove it to let the printers begin anew", e);
        }
    }
}
