package io.platen.localstack.printers;

import io.platen.agent.printer.PrinterMib;
import io.platen.localstack.printers.SimulatedModel.Telling;
import java.io.IOException;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** One simulated printer: all it shows follows from the pages it has printed. */
final class SimulatedPrinter implements AutoCloseable {

    private static final String MIB2 = "1.3.6.1.2.1.";
    private static final String EXAMPLE = "1.3.6.1.4.1.32473.";
    private static final String SUPPLIES = MIB2 + "43.11.1.1.";
    private static final OID ALERTS = new OID(MIB2 + "43.18.1.1");
    private static final String DETECTED_ERRORS = MIB2 + "25.3.5.1.2.1";

    private static final int TONER = 3;
    private static final int WASTE_TONER = 4;
    private static final int CONSUMED = 3;
    private static final int FILLED = 4;
    private static final int TENTHS_OF_GRAMS = 13;
    private static final int PERCENT = 19;
    private static final int UNKNOWN = -2;
    private static final int SOME_LEFT = -3;
    private static final int TONER_EMPTY = 1101;
    private static final int TONER_LOW = 1104;
    private static final int WASTE_ALMOST_FULL = 1107;

    /** Somebody comes and changes a cartridge when this much is left of it, in percent. */
    private static final int CHANGED_AT = 3;

    private static final int EMPTY_AT = 5;
    private static final int LOW_AT = 10;

    private static final long BLACK_YIELD = 12_000;
    private static final long COLOUR_YIELD = 9_000;
    private static final long WASTE_YIELD = 60_000;

    private final SimulatedModel model;
    private final LongSupplier pages;
    private final Mib mib = new Mib();
    private final LoopbackAgent agent;

    /** @param pages printed so far */
    SimulatedPrinter(SimulatedModel model, int port, LongSupplier pages) throws IOException {
        this.model = model;
        this.pages = pages;
        identity();
        refresh();
        agent = LoopbackAgent.start(mib, port, this::refresh, (oid, value) -> {});
    }

    PrinterSheet sheet() {
        return PrinterSheet.of(agent.address(), PrinterMib.interpret(mib.answer()));
    }

    @Override
    public void close() throws IOException {
        agent.close();
    }

    private void identity() {
        mib.put(MIB2 + "1.1.0", model.maker() + " network printer");
        mib.put(MIB2 + "1.2.0", new OID(EXAMPLE + "1"));
        mib.put(MIB2 + "1.5.0", model.serialNumber().toLowerCase(Locale.ROOT));
        mib.put(MIB2 + "25.3.2.1.2.1", new OID("1.3.6.1.2.1.25.3.1.5"));
        mib.put(MIB2 + "25.3.2.1.3.1", model.model());
        mib.put(MIB2 + "25.3.5.1.1.1", new Integer32(3));
        mib.put(MIB2 + "43.5.1.1.16.1", model.model());
        mib.put(MIB2 + "43.5.1.1.17.1", model.serialNumber());
        mib.put(MIB2 + "43.10.2.1.3.1.1", new Integer32(7));
        for (int i = 1; i <= model.colourNames().size(); i++) {
            mib.put(MIB2 + "43.12.1.1.4.1." + i, model.colourNames().get(i - 1));
            supply(i, i, CONSUMED, TONER, "Toner (" + model.colourNames().get(i - 1) + ")");
        }
        if (model.wasteBox()) {
            supply(model.colourNames().size() + 1, 0, FILLED, WASTE_TONER, "Waste toner box");
        }
    }

    private void supply(int index, int colorant, int supplyClass, int type, String description) {
        mib.put(SUPPLIES + "3.1." + index, new Integer32(colorant));
        mib.put(SUPPLIES + "4.1." + index, new Integer32(supplyClass));
        mib.put(SUPPLIES + "5.1." + index, new Integer32(type));
        mib.put(SUPPLIES + "6.1." + index, description);
    }

    private synchronized void refresh() {
        long printed = pages.getAsLong();
        long inColour = printed * model.colourPercent() / 100;
        mib.put(MIB2 + "43.10.2.1.4.1.1", new Counter32(printed));
        if (model.colour()) {
            mib.put(EXAMPLE + "10.1.0", new Counter32(printed));
            mib.put(EXAMPLE + "10.2.0", new Counter32(printed - inColour));
            mib.put(EXAMPLE + "10.3.0", new Counter32(inColour));
        }
        mib.removeBelow(ALERTS);
        boolean low = false;
        for (int i = 1; i <= model.colourNames().size(); i++) {
            boolean black = isBlack(i);
            double left = left(black ? printed : inColour, black ? BLACK_YIELD : COLOUR_YIELD, i);
            level(i, left, black ? 3600 : 2400);
            if (left <= LOW_AT && model.telling() != Telling.UNKNOWN) {
                low = true;
                boolean empty = left <= EMPTY_AT;
                alert(i, empty ? TONER_EMPTY : TONER_LOW, empty ? "Replace toner" : "Toner low");
            }
        }
        if (model.wasteBox()) {
            waste(model.colourNames().size() + 1, printed);
        }
        mib.put(new OID(DETECTED_ERRORS), new OctetString(new byte[] {(byte) (low ? 0x20 : 0)}));
    }

    /** The waste box tells the room left in it, as the standard wants it. */
    private void waste(int index, long printed) {
        double room = left(printed, WASTE_YIELD, index);
        mib.put(SUPPLIES + "7.1." + index, new Integer32(PERCENT));
        mib.put(SUPPLIES + "8.1." + index, new Integer32(100));
        mib.put(SUPPLIES + "9.1." + index, new Integer32((int) room));
        if (room <= EMPTY_AT) {
            alert(index, WASTE_ALMOST_FULL, "Waste toner box almost full");
        }
    }

    /** The black cartridge stands where the panel's language puts it: first, or last. */
    private boolean isBlack(int index) {
        return !model.colour()
                || (model.colourNames().getFirst().startsWith("c")
                        ? index == model.colourNames().size()
                        : index == 1);
    }

    /** In percent; every cartridge began at another point of its life. */
    private double left(long pagesOfIt, long yield, int index) {
        long used = (pagesOfIt
                        + yield
                                * (index * 29L
                                        + Math.floorMod(model.serialNumber().hashCode(), 17))
                                / 100)
                % (yield * (100 - CHANGED_AT) / 100);
        return 100.0 * (yield - used) / yield;
    }

    private void level(int index, double left, int grams) {
        int unit;
        int max;
        int level;
        switch (model.telling()) {
            case MEASURED -> {
                unit = TENTHS_OF_GRAMS;
                max = grams;
                level = (int) Math.ceil(grams * left / 100);
            }
            case PERCENT -> {
                unit = PERCENT;
                max = 100;
                level = (int) Math.ceil(left);
            }
            case SOME_LEFT -> {
                unit = TENTHS_OF_GRAMS;
                max = UNKNOWN;
                level = SOME_LEFT;
            }
            case UNKNOWN -> {
                unit = TENTHS_OF_GRAMS;
                max = UNKNOWN;
                level = UNKNOWN;
            }
            default -> throw new IllegalStateException();
        }
        mib.put(SUPPLIES + "7.1." + index, new Integer32(unit));
        mib.put(SUPPLIES + "8.1." + index, new Integer32(max));
        mib.put(SUPPLIES + "9.1." + index, new Integer32(level));
    }

    private void alert(int supply, int code, String text) {
        var row = ".1." + supply;
        mib.put(ALERTS + ".2" + row, new Integer32(4));
        mib.put(ALERTS + ".4" + row, new Integer32(11));
        mib.put(ALERTS + ".5" + row, new Integer32(supply));
        mib.put(ALERTS + ".7" + row, new Integer32(code));
        mib.put(ALERTS + ".8" + row, text);
    }
}
