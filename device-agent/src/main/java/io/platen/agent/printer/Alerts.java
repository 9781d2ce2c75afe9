package io.platen.agent.printer;

import io.platen.agent.snmp.MibAnswer;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snmp4j.smi.OID;

/** The alerts a printer shows: its alert table, and the bits of its detected error state. */
final class Alerts {

    private static final OID TABLE = new OID("1.3.6.1.2.1.43.18.1.1");
    private static final OID DETECTED_ERRORS = new OID("1.3.6.1.2.1.25.3.5.1.2");

    private static final int SEVERITY = 2;
    private static final int GROUP = 4;
    private static final int GROUP_INDEX = 5;
    private static final int CODE = 7;
    private static final int DESCRIPTION = 8;

    private static final long SUPPLIES = 11;
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    /** critical, warning, and a warning that is there or not; severity 1 is chatter such as "Idle". */
    private static final Set<Long> SEVERE = Set.of(3L, 4L, 5L);

    /** Switched on, ready, saving power, warming up, a door closed: nothing anybody should be called for. */
    private static final Set<Long> HARMLESS =
            Set.of(0L, 4L, 6L, 7L, 19L, 20L, 23L, 24L, 502L, 503L, 507L, 1001L, 1005L);

    private static final Set<Long> EMPTY = Set.of(13L, 1101L, 1102L, 1103L);
    private static final Set<Long> ALMOST_EMPTY = Set.of(12L, 1104L, 1105L, 1106L);

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(3L, "cover open"),
            Map.entry(5L, "interlock open"),
            Map.entry(8L, "jam"),
            Map.entry(9L, "part missing"),
            Map.entry(10L, "part near the end of its life"),
            Map.entry(11L, "part at the end of its life"),
            Map.entry(12L, "almost empty"),
            Map.entry(13L, "empty"),
            Map.entry(14L, "almost full"),
            Map.entry(15L, "full"),
            Map.entry(501L, "door open"),
            Map.entry(807L, "paper low"),
            Map.entry(808L, "paper empty"),
            Map.entry(902L, "output tray almost full"),
            Map.entry(903L, "output tray full"),
            Map.entry(1101L, "toner empty"),
            Map.entry(1102L, "ink empty"),
            Map.entry(1104L, "toner low"),
            Map.entry(1105L, "ink low"),
            Map.entry(1107L, "waste toner box almost full"),
            Map.entry(1108L, "waste ink box almost full"),
            Map.entry(1109L, "waste toner box full"),
            Map.entry(1110L, "waste ink box full"),
            Map.entry(1111L, "drum near the end of its life"),
            Map.entry(1112L, "drum at the end of its life"),
            Map.entry(1115L, "toner cartridge missing"));

    /** Bit 0 is the highest of the first octet (hrPrinterDetectedErrorState). */
    private static final List<String> ERROR_BITS = List.of(
            "LOW_PAPER",
            "NO_PAPER",
            "LOW_TONER",
            "NO_TONER",
            "DOOR_OPEN",
            "JAMMED",
            "OFFLINE",
            "SERVICE_REQUESTED",
            "INPUT_TRAY_MISSING",
            "OUTPUT_TRAY_MISSING",
            "MARKER_SUPPLY_MISSING",
            "OUTPUT_NEAR_FULL",
            "OUTPUT_FULL",
            "INPUT_TRAY_EMPTY",
            "OVERDUE_PREVENTIVE_MAINTENANCE");

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<Integer> alerted = new HashSet<>();
    private final Set<Colour> low = EnumSet.noneOf(Colour.class);
    private final Set<Colour> empty = EnumSet.noneOf(Colour.class);

    private Alerts() {}

    static Alerts of(MibAnswer answer, List<Supply> supplies, Charset charset) {
        var alerts = new Alerts();
        for (var row : answer.below(column(SEVERITY)).keySet()) {
            alerts.row(answer, row, supplies, charset);
        }
        alerts.errorBits(answer, supplies);
        alerts.fullReceptacles(supplies);
        return alerts;
    }

    List<String> texts() {
        return texts.stream().limit(MOST).toList();
    }

    Set<Colour> low() {
        return low;
    }

    Set<Colour> empty() {
        return empty;
    }

    private void row(MibAnswer answer, OID row, List<Supply> supplies, Charset charset) {
        long severity = number(answer, SEVERITY, row);
        long code = number(answer, CODE, row);
        if (!SEVERE.contains(severity) || HARMLESS.contains(code)) {
            return;
        }
        boolean ofSupply = number(answer, GROUP, row) == SUPPLIES;
        long index = number(answer, GROUP_INDEX, row);
        var supply =
                ofSupply ? supplies.stream().filter(s -> s.index() == index).findFirst() : Optional.<Supply>empty();
        if (code > 1000 || ofSupply) {
            var marking =
                    supply.or(() -> onlyMarking(supplies)).filter(s -> s.kind().marks());
            marking.map(Supply::colour).ifPresent(colour -> {
                if (EMPTY.contains(code)) {
                    empty.add(colour);
                }
                if (EMPTY.contains(code) || ALMOST_EMPTY.contains(code)) {
                    low.add(colour);
                }
            });
        }
        supply.ifPresent(s -> alerted.add(s.index()));
        var text = answer.text(new OID(column(DESCRIPTION)).append(row), charset)
                .orElseGet(() -> NAMES.getOrDefault(code, "alert " + code));
        texts.add(shorten(supply.map(s -> text + " (" + s.description() + ")").orElse(text)));
    }

    /** The bits name no colour: they count where there is but one cartridge it can be. */
    private void errorBits(MibAnswer answer, List<Supply> supplies) {
        for (var row : answer.below(DETECTED_ERRORS).keySet()) {
            var octets = answer.octets(new OID(DETECTED_ERRORS).append(row)).orElse(new byte[0]);
            for (int bit = 0; bit < ERROR_BITS.size() && bit / 8 < octets.length; bit++) {
                if ((octets[bit / 8] & (0x80 >> (bit % 8))) != 0) {
                    int at = bit;
                    texts.add(ERROR_BITS.get(bit));
                    if (bit == 2 || bit == 3) {
                        onlyMarking(supplies).map(Supply::colour).ifPresent(colour -> {
                            low.add(colour);
                            if (at == 3) {
                                empty.add(colour);
                            }
                        });
                    }
                }
            }
        }
    }

    /** A full waste box stops the printer, whether or not it finds a word for that. */
    private void fullReceptacles(List<Supply> supplies) {
        supplies.stream()
                .filter(supply -> supply.kind() == SupplyKind.WASTE
                        && Objects.equals(supply.level().percent(), 100)
                        && !alerted.contains(supply.index()))
                .forEach(supply -> texts.add(
                        shorten(supply.description().isEmpty() ? "waste box full" : "full: " + supply.description())));
    }

    private static Optional<Supply> onlyMarking(List<Supply> supplies) {
        var marking = supplies.stream().filter(s -> s.kind().marks()).toList();
        return marking.size() == 1 ? Optional.of(marking.getFirst()) : Optional.empty();
    }

    private static long number(MibAnswer answer, int column, OID row) {
        return answer.number(new OID(column(column)).append(row)).orElse(0);
    }

    private static OID column(int column) {
        return new OID(TABLE).append(column);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
