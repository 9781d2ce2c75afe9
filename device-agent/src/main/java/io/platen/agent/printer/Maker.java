package io.platen.agent.printer;

import io.platen.agent.snmp.MibAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * What is particular about one maker's printers, found by the enterprise number in sysObjectID: its name, and its own
 * page counters where the standard's one figure does not tell colour from black and white.
 *
 * @param name blank where the number stands for several makers
 * @param counterSubtrees what to read for page counters besides the standard
 * @param serials where else the serial number may stand
 */
record Maker(String name, List<OID> counterSubtrees, List<OID> serials, PageCounters pages) {

    /** Reads the maker's counters; {@code standard} is the life count. */
    interface PageCounters {
        Counters read(MibAnswer answer, Counters standard);
    }

    private static final OID ENTERPRISES = new OID("1.3.6.1.4.1");
    private static final PageCounters STANDARD = (answer, standard) -> standard;

    private static final String CANON = "1602.1.11.1.3.1.4";
    private static final String CANON_NAMES = "1602.1.11.2.1.1.2";
    private static final String CANON_VALUES = "1602.1.11.2.1.1.3";
    private static final String RICOH_NAMES = "367.3.2.1.2.19.5.1.5";
    private static final String RICOH_VALUES = "367.3.2.1.2.19.5.1.9";
    static final OID RICOH_TONER = oid("367.3.2.1.2.24.1.1");
    private static final String KONICA_MINOLTA = "18334.1.1.1.5.7.2";
    private static final String XEROX = "253.8.53.13.2.1.6.1.20";
    private static final String HP = "11.2.3.9.4.2.1.4.1.2";
    private static final String KYOCERA_TOTAL = "1347.42.2.5.1.1";
    private static final String KYOCERA_MODES = "1347.42.3.1.2.1.1";

    /** The number set apart for examples (RFC 5612): simulated printers of any name, with the plainest table there can be. */
    private static final String EXAMPLE = "32473.10";

    private static final Map<Integer, Maker> BY_ENTERPRISE = Map.ofEntries(
            Map.entry(1602, maker("Canon", Maker::canon, List.of("1602.1.2.1.4"), CANON, CANON_NAMES, CANON_VALUES)),
            Map.entry(367, maker("Ricoh", Maker::ricoh, List.of("367.3.2.1.2.1.4"), RICOH_NAMES, RICOH_VALUES)),
            Map.entry(18334, maker("Konica Minolta", Maker::konicaMinolta, List.of(), KONICA_MINOLTA)),
            Map.entry(253, maker("Xerox", Maker::xerox, List.of(), XEROX)),
            Map.entry(11, maker("HP", Maker::hp, List.of(), HP)),
            Map.entry(
                    1347, maker("Kyocera", Maker::kyocera, List.of("1347.43.5.1.1.28"), KYOCERA_TOTAL, KYOCERA_MODES)),
            Map.entry(32473, maker("", Maker::example, List.of(), EXAMPLE)),
            Map.entry(2435, maker("Brother", STANDARD, List.of())),
            Map.entry(1248, maker("Epson", STANDARD, List.of())),
            Map.entry(641, maker("Lexmark", STANDARD, List.of())),
            Map.entry(236, maker("Samsung", STANDARD, List.of())),
            Map.entry(2001, maker("OKI", STANDARD, List.of())),
            Map.entry(2385, maker("Sharp", STANDARD, List.of())),
            Map.entry(1129, maker("Toshiba", STANDARD, List.of())));

    private static Maker maker(String name, PageCounters pages, List<String> serials, String... subtrees) {
        return new Maker(
                name,
                List.of(subtrees).stream().map(Maker::oid).toList(),
                serials.stream().map(Maker::oid).toList(),
                pages);
    }

    static Optional<Maker> of(Optional<OID> sysObjectId) {
        return sysObjectId
                .filter(id -> id.startsWith(ENTERPRISES) && id.size() > ENTERPRISES.size())
                .map(id -> BY_ENTERPRISE.get(id.get(ENTERPRISES.size())));
    }

    List<OID> stateSubtrees() {
        return name.equals("Ricoh")
                ? Stream.concat(serials.stream(), Stream.of(RICOH_TONER)).toList()
                : serials;
    }

    private static OID oid(String belowEnterprises) {
        return new OID(ENTERPRISES + "." + belowEnterprises);
    }

    /** Total = the two sums of 42.2.5; the split by colour mode: 1 black and white, 2 one colour, 3 full colour. */
    private static Counters kyocera(MibAnswer answer, Counters standard) {
        var printed = number(answer, KYOCERA_TOTAL + ".1.1");
        var copied = number(answer, KYOCERA_TOTAL + ".2.1");
        var total = printed.isPresent() && copied.isPresent()
                ? total(OptionalLong.of(printed.getAsLong() + copied.getAsLong()), standard)
                : standard;
        var modes = answer.below(oid(KYOCERA_MODES));
        if (modes.isEmpty()) {
            return total;
        }
        return total.split(
                sum(answer, KYOCERA_MODES, index -> index.last() == 1),
                sum(answer, KYOCERA_MODES, index -> index.last() == 2 || index.last() == 3));
    }

    private static Counters hp(MibAnswer answer, Counters standard) {
        var colour = number(answer, HP + ".7.0");
        var total = total(number(answer, HP + ".5.0"), standard);
        return colour.isPresent() && total.total() != null
                ? total.split(total.total() - colour.getAsLong(), colour.getAsLong())
                : total;
    }

    private static Counters xerox(MibAnswer answer, Counters standard) {
        var total = total(number(answer, XEROX + ".1"), standard);
        var colour = number(answer, XEROX + ".33");
        var black = number(answer, XEROX + ".34");
        return colour.isPresent() && black.isPresent() ? total.split(black.getAsLong(), colour.getAsLong()) : total;
    }

    /** 1 total, 2 black and white, 3 colour. */
    private static Counters example(MibAnswer answer, Counters standard) {
        var black = number(answer, EXAMPLE + ".2");
        var colour = number(answer, EXAMPLE + ".3");
        var total = total(number(answer, EXAMPLE + ".1"), standard);
        return black.isPresent() && colour.isPresent() ? total.split(black.getAsLong(), colour.getAsLong()) : total;
    }

    /** Column 5 of the function counters: its first index is the colour mode, 1 being black. */
    private static Counters konicaMinolta(MibAnswer answer, Counters standard) {
        var total = total(number(answer, KONICA_MINOLTA + ".1.1.0"), standard);
        var byMode = KONICA_MINOLTA + ".2.1.5";
        return total.split(
                sum(answer, byMode, index -> index.get(0) == 1), sum(answer, byMode, index -> index.get(0) > 1));
    }

    /** Rows are told apart by their names: the numbering differs between series. */
    private static Counters ricoh(MibAnswer answer, Counters standard) {
        long black = 0;
        long colour = 0;
        var total = standard;
        for (var row : answer.below(oid(RICOH_NAMES)).keySet()) {
            var name = name(answer, RICOH_NAMES, row);
            var value = answer.number(new OID(oid(RICOH_VALUES)).append(row));
            if (value.isEmpty()) {
                continue;
            }
            if (name.equals("counter:machine total")) {
                total = total(value, standard);
            } else if (name.matches("counter:(copy|copier|print|printer|fax):.*(black|b&w|mono).*")) {
                black += value.getAsLong();
            } else if (name.matches("counter:(copy|copier|print|printer|fax):.*colou?r.*")) {
                colour += value.getAsLong();
            }
        }
        return total.split(black, colour);
    }

    /** 101 total, 301 printed; 112 and 113 black in large and small, 122 and 123 colour. Else by the names of the other table. */
    private static Counters canon(MibAnswer answer, Counters standard) {
        var machine = number(answer, CANON + ".101");
        if (machine.isPresent()) {
            var total = total(machine, standard);
            return total.split(
                    sum(answer, CANON, index -> index.get(0) == 112 || index.get(0) == 113),
                    sum(answer, CANON, index -> index.get(0) == 122 || index.get(0) == 123));
        }
        var total = standard;
        long black = 0;
        long colour = 0;
        for (var row : answer.below(oid(CANON_NAMES)).keySet()) {
            var name = name(answer, CANON_NAMES, row);
            var value = answer.number(new OID(oid(CANON_VALUES)).append(row));
            if (value.isEmpty()) {
                continue;
            }
            if (name.equals("total 1")) {
                total = total(value, standard);
            } else if (name.matches("total ?\\(black/(large|small)\\)")) {
                black += value.getAsLong();
            } else if (name.matches("total ?\\(.*colou?r/(large|small)\\)")) {
                colour += value.getAsLong();
            }
        }
        return total.total() == null
                ? total(number(answer, CANON + ".301"), standard).split(black, colour)
                : total.split(black, colour);
    }

    private static Counters total(OptionalLong pages, Counters standard) {
        boolean counts = pages.isPresent() && Counters.credible(pages.getAsLong()) && pages.getAsLong() > 0;
        return counts ? new Counters(pages.getAsLong(), null, null) : standard;
    }

    /** An object may stand with or without the trailing zero of a scalar. */
    private static OptionalLong number(MibAnswer answer, String below) {
        var exact = answer.number(oid(below));
        return exact.isPresent() ? exact : answer.number(oid(below + ".0"));
    }

    private static long sum(MibAnswer answer, String below, Predicate<OID> index) {
        long sum = 0;
        for (var row : answer.below(oid(below)).keySet()) {
            if (index.test(row)) {
                sum += answer.number(new OID(oid(below)).append(row)).orElse(0);
            }
        }
        return sum;
    }

    private static String name(MibAnswer answer, String below, OID row) {
        @Nullable String name = answer.text(new OID(oid(below)).append(row)).orElse(null);
        return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("\\s*:\\s*", ":");
    }
}
