package io.platen.agent.printer;

import io.platen.agent.snmp.MibAnswer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * Reads a printer's answer by the standard (RFC 3805) and, for page counters, by its maker. It says nothing it was not
 * told: a level without a figure stays without one, a counter that cannot be is absent.
 */
public final class PrinterMib {

    static final OID SYS_DESCRIPTION = new OID("1.3.6.1.2.1.1.1.0");
    static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");

    static final OID PRINTER_MIB = new OID("1.3.6.1.2.1.43");

    private static final OID DEVICE_TYPE = new OID("1.3.6.1.2.1.25.3.2.1.2");
    private static final OID DEVICE_DESCRIPTION = new OID("1.3.6.1.2.1.25.3.2.1.3");
    private static final OID DETECTED_ERRORS = new OID("1.3.6.1.2.1.25.3.5.1.2");
    private static final OID PRINTER_TYPE = new OID("1.3.6.1.2.1.25.3.1.5");
    private static final OID GENERAL = new OID("1.3.6.1.2.1.43.5.1.1");
    private static final OID LOCALIZATION = new OID("1.3.6.1.2.1.43.5.1.1.2");
    private static final OID PRINTER_NAME = new OID("1.3.6.1.2.1.43.5.1.1.16");
    static final OID SERIAL_NUMBER = new OID("1.3.6.1.2.1.43.5.1.1.17");
    private static final OID CHARACTER_SET = new OID("1.3.6.1.2.1.43.7.1.1.4");
    private static final OID COUNTER_UNIT = new OID("1.3.6.1.2.1.43.10.2.1.3");
    private static final OID LIFE_COUNT = new OID("1.3.6.1.2.1.43.10.2.1.4");
    private static final OID SUPPLIES = new OID("1.3.6.1.2.1.43.11.1.1");
    private static final OID COLORANTS = new OID("1.3.6.1.2.1.43.12.1.1.4");
    private static final OID ALERTS = new OID("1.3.6.1.2.1.43.18.1.1");

    private static final int COLORANT_INDEX = 3;
    private static final int SUPPLY_CLASS = 4;
    private static final int SUPPLY_TYPE = 5;
    private static final int SUPPLY_DESCRIPTION = 6;
    private static final int SUPPLY_UNIT = 7;
    private static final int SUPPLY_MAX = 8;
    private static final int SUPPLY_LEVEL = 9;

    private static final int MOST_SUPPLIES = 64;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;

    /**
     * other, unknown, impressions, sheets; the rest count lines, hours or metres, which are no pages. Makers say sheets of
     * counters that go up by two for a sheet with two sides.
     */
    private static final Set<Long> PAGE_UNITS = Set.of(1L, 2L, 7L, 8L);

    /** By IANA number; UTF-8 and ASCII need none. */
    private static final Map<Long, String> CHARSETS = Map.of(
            17L,
            "Shift_JIS",
            18L,
            "EUC-JP",
            36L,
            "EUC-KR",
            2025L,
            "GB2312",
            2026L,
            "Big5",
            2250L,
            "windows-1250",
            2251L,
            "windows-1251",
            2252L,
            "windows-1252",
            2085L,
            "HZ-GB-2312");

    private final MibAnswer answer;
    private final Charset charset;
    private final Optional<Maker> maker;
    private final List<String> faults = new ArrayList<>();

    private PrinterMib(MibAnswer answer) {
        this.answer = answer;
        this.charset = charset(answer);
        this.maker = Maker.of(answer.identifier(SYS_OBJECT_ID));
    }

    /** What to walk for identity and state. */
    static List<OID> stateSubtrees() {
        return List.of(
                DEVICE_TYPE, DEVICE_DESCRIPTION, DETECTED_ERRORS, GENERAL, CHARACTER_SET, SUPPLIES, COLORANTS, ALERTS);
    }

    /** What to walk for page counters. */
    static List<OID> counterSubtrees() {
        return List.of(COUNTER_UNIT, LIFE_COUNT);
    }

    public static PrinterReading interpret(MibAnswer answer) {
        return new PrinterMib(answer).reading();
    }

    private PrinterReading reading() {
        var serial = serialNumber();
        var lifeCount = lifeCount();
        var counters = counters(lifeCount);
        var supplies = RicohToner.refine(answer, supplies());
        var alerts = Alerts.of(answer, supplies, charset);
        var model = model();
        var all = new ArrayList<>(answer.faults());
        all.addAll(faults);
        return new PrinterReading(
                serial,
                maker.map(Maker::name).filter(name -> !name.isEmpty()).orElseGet(() -> firstWord(model)),
                model,
                lifeCount,
                counters,
                supplies,
                alerts.low(),
                alerts.empty(),
                alerts.texts(),
                List.copyOf(all),
                answer.isComplete());
    }

    private @Nullable String serialNumber() {
        var places = new ArrayList<OID>();
        places.add(SERIAL_NUMBER);
        maker.ifPresent(m -> places.addAll(m.serials()));
        for (var place : places) {
            for (var row : answer.below(place).keySet()) {
                var serial = answer.text(new OID(place).append(row)).filter(PrinterMib::identifies);
                if (serial.isPresent()) {
                    return serial.get();
                }
            }
        }
        faults.add("tells no serial number");
        return null;
    }

    /** Blank, 00000000 or XXXXXXXX is what the factory left, and two printers with it would be one. */
    private static boolean identifies(String serial) {
        var significant = serial.replaceAll("[^\\p{Alnum}]", "");
        return serial.length() <= LONGEST_NAME
                && significant.length() >= 3
                && significant.chars().distinct().count() > 1;
    }

    private String model() {
        var rows = answer.below(DEVICE_DESCRIPTION).keySet();
        var printers = rows.stream()
                .filter(row -> answer.identifier(new OID(DEVICE_TYPE).append(row))
                        .filter(PRINTER_TYPE::equals)
                        .isPresent());
        return printers.map(row -> text(DEVICE_DESCRIPTION, row))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> answer.below(PRINTER_NAME).keySet().stream()
                        .map(row -> text(PRINTER_NAME, row))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> rows.stream()
                        .map(row -> text(DEVICE_DESCRIPTION, row))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> answer.text(SYS_DESCRIPTION, charset))
                .map(name -> shorten(name, LONGEST_NAME))
                .orElse("unknown");
    }

    private static String firstWord(String model) {
        int blank = model.indexOf(' ');
        return blank < 0 ? model : model.substring(0, blank);
    }

    /** The first marker that counts pages; a printer with several counts each page at the first. */
    private @Nullable Long lifeCount() {
        for (var row : answer.below(LIFE_COUNT).keySet()) {
            var unit = answer.number(new OID(COUNTER_UNIT).append(row));
            var count = answer.number(new OID(LIFE_COUNT).append(row));
            if (unit.isPresent() && !PAGE_UNITS.contains(unit.getAsLong())) {
                faults.add("counts no pages but unit " + unit.getAsLong());
            } else if (count.isEmpty()) {
                faults.add("gives a life count that is no number");
            } else if (!Counters.credible(count.getAsLong())) {
                faults.add("gives a life count of " + count.getAsLong());
            } else {
                return count.getAsLong();
            }
        }
        return null;
    }

    private Counters counters(@Nullable Long lifeCount) {
        var standard = new Counters(lifeCount, null, null);
        return maker.map(m -> m.pages().read(answer, standard)).orElse(standard);
    }

    private List<Supply> supplies() {
        var rows = answer.below(SUPPLIES).keySet().stream()
                .filter(row -> row.size() == 3)
                .map(row -> row.subOID(1))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        if (rows.size() > MOST_SUPPLIES) {
            faults.add("has " + rows.size() + " supplies");
        }
        var supplies = new ArrayList<Supply>();
        var seen = new HashSet<Integer>();
        for (var row : rows.subList(0, Math.min(rows.size(), MOST_SUPPLIES))) {
            int index = row.last();
            if (index >= 0 && seen.add(index)) {
                supplies.add(supply(index, row));
            }
        }
        return blackWhereThereIsButOne(supplies);
    }

    private Supply supply(int index, OID row) {
        var description = text(new OID(SUPPLIES).append(SUPPLY_DESCRIPTION), row)
                .map(text -> shorten(text, LONGEST_TEXT))
                .orElse("");
        var kind = SupplyKind.of(cell(SUPPLY_CLASS, row), cell(SUPPLY_TYPE, row), description);
        var level = level(index, row);
        return new Supply(
                index,
                kind,
                kind == SupplyKind.WASTE ? null : colour(row, description),
                description,
                kind == SupplyKind.WASTE ? level.asReceptacle() : level);
    }

    private Level level(int index, OID row) {
        var cell = cell(SUPPLY_LEVEL, row);
        var max = cell(SUPPLY_MAX, row);
        if (cell.isEmpty()) {
            faults.add("tells no level of supply " + index);
        } else if (cell.getAsLong() > max.orElse(Long.MAX_VALUE) && max.orElse(0) > 0) {
            faults.add("says supply " + index + " holds " + cell.getAsLong() + " of " + max.getAsLong());
        }
        return Level.of(cell, max, cell(SUPPLY_UNIT, row));
    }

    private @Nullable Colour colour(OID row, String description) {
        var colorant = cell(COLORANT_INDEX, row);
        if (colorant.orElse(0) > 0 && colorant.getAsLong() < Integer.MAX_VALUE) {
            var name = text(new OID(COLORANTS).append(row.get(0)), new OID(new int[] {(int) colorant.getAsLong()}));
            if (name.isPresent()) {
                return ColourNames.ofColorant(name.get())
                        .or(() -> ColourNames.inDescription(description))
                        .orElse(null);
            }
        }
        return ColourNames.inDescription(description).orElse(null);
    }

    /** A printer with a single cartridge that names no colour prints black. */
    private List<Supply> blackWhereThereIsButOne(List<Supply> supplies) {
        var marking = supplies.stream().filter(s -> s.kind().marks()).toList();
        if (marking.size() != 1
                || marking.getFirst().colour() != null
                || !answer.below(COLORANTS).isEmpty()) {
            return supplies;
        }
        var only = marking.getFirst();
        return supplies.stream()
                .map(s ->
                        s.equals(only) ? new Supply(s.index(), s.kind(), Colour.BLACK, s.description(), s.level()) : s)
                .toList();
    }

    private OptionalLong cell(int column, OID row) {
        return answer.number(new OID(SUPPLIES).append(column).append(row));
    }

    private Optional<String> text(OID column, OID row) {
        return answer.text(new OID(column).append(row), charset);
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** The language the panel is set to says how its texts are written. */
    private static Charset charset(MibAnswer answer) {
        for (var row : answer.below(LOCALIZATION).keySet()) {
            var current = answer.number(new OID(LOCALIZATION).append(row));
            if (current.isPresent() && current.getAsLong() > 0 && current.getAsLong() < Integer.MAX_VALUE) {
                var mib = answer.number(new OID(CHARACTER_SET).append(row).append((int) current.getAsLong()));
                var name = mib.isPresent() ? CHARSETS.get(mib.getAsLong()) : null;
                if (name != null && Charset.isSupported(name)) {
                    return Charset.forName(name);
                }
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    static Set<Colour> colours(List<Supply> supplies) {
        var colours = EnumSet.noneOf(Colour.class);
        for (var supply : supplies) {
            var colour = supply.colour();
            if (colour != null && supply.kind().marks()) {
                colours.add(colour);
            }
        }
        return colours;
    }
}
