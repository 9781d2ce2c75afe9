package io.platen.localstack.printers;

import io.platen.agent.snmp.PrinterAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;

/** Replays every walk of a folder ({@code *.json}) as a printer on a loopback port. */
public final class WalkReplay implements AutoCloseable {

    private final List<ReplayedPrinter> printers;

    private WalkReplay(List<ReplayedPrinter> printers) {
        this.printers = printers;
    }

    /** On free ports, forgetting what was laid over. */
    public static WalkReplay start(Path folder) throws IOException {
        return start(folder, 0, null);
    }

    /**
     * @param firstPort the walks get this port and the next ones, in the order of their names; 0 for free ones
     * @param memory folder that keeps what was laid over, so that counters go on after a restart
     * @throws IOException where the folder holds no walk, or a port is taken
     */
    public static WalkReplay start(Path folder, int firstPort, @Nullable Path memory) throws IOException {
        var printers = new ArrayList<ReplayedPrinter>();
        try {
            for (var file : walks(folder)) {
                var name = file.getFileName().toString().replaceFirst("\\.json$", "");
                int port = firstPort == 0 ? 0 : firstPort + printers.size();
                var overlay = memory == null ? null : memory.resolve(name + ".overlay.json");
                printers.add(new ReplayedPrinter(name, WalkFile.read(file), port, overlay));
            }
        } catch (IOException | RuntimeException e) {
            new WalkReplay(printers).close();
            throw e;
        }
        return new WalkReplay(List.copyOf(printers));
    }

    public List<ReplayedPrinter> printers() {
        return printers;
    }

    /** @param name the walk file's name without its ending */
    public ReplayedPrinter printer(String name) {
        return printers.stream()
                .filter(printer -> printer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no walk is called " + name));
    }

    /** Sets a number of a printer on loopback from any process, by SNMP; the printer replayed there must have it. */
    public static void set(PrinterAddress printer, String oid, int number) throws IOException {
        LoopbackAgent.set(printer, new OID(oid), new Integer32(number));
    }

    @Override
    public void close() throws IOException {
        for (var printer : printers) {
            printer.close();
        }
    }

    private static List<Path> walks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        try (var files = Files.list(folder)) {
            var walks = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (walks.isEmpty()) {
                throw new IOException(folder + " holds no walk (*.json)");
            }
            return walks;
        }
    }
}
