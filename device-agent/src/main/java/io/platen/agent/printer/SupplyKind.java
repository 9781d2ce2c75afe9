package io.platen.agent.printer;

import java.util.OptionalLong;

/** What a supply is, by prtMarkerSuppliesType and its class. */
public enum SupplyKind {
    TONER,
    INK,
    DRUM,
    WASTE,
    FUSER,
    TRANSFER,
    STAPLES,
    OTHER;

    private static final int RECEPTACLE = 4;

    static SupplyKind of(OptionalLong supplyClass, OptionalLong type) {
        if (supplyClass.orElse(0) == RECEPTACLE) {
            return WASTE;
        }
        return switch (Math.clamp(type.orElse(0), 0, 99)) {
            case 3, 21 -> TONER;
            case 5, 6, 7, 12, 13 -> INK;
            case 4, 8, 14, 24, 26 -> WASTE;
            case 9 -> DRUM;
            case 15 -> FUSER;
            case 20 -> TRANSFER;
            case 29, 32 -> STAPLES;
            default -> OTHER;
        };
    }

    /** Whether pages are made of it: only these run low in a colour. */
    public boolean marks() {
        return this == TONER || this == INK;
    }
}
