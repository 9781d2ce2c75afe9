package io.platen.agent.printer;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a supply is, by prtMarkerSuppliesType and its class; by its description where the type says nothing. */
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

    /** 1 is "other", 2 "unknown". */
    private static final int UNKNOWN_TYPE = 2;

    /** Words that stand in descriptions where the type is missing or "other"; what fills up is looked for first. */
    private static final Pattern WASTE_WORDS =
            Pattern.compile("waste|afval|resttoner|restinkt|residu|resíd|récupér|recuper|usado|maintenance box|廃|回収");

    private static final Pattern DRUM_WORDS = Pattern.compile("\\bdrum|trommel|tambour|cilindro|ドラム|硒鼓");
    private static final Pattern TONER_WORDS = Pattern.compile("toner|tóner|тонер|トナー|碳粉|墨粉|토너");
    private static final Pattern INK_WORDS =
            Pattern.compile("\\bink|inkt|tinta|tinte|encre|inchiostro|чернил|インク|墨水|잉크");

    static SupplyKind of(OptionalLong supplyClass, OptionalLong type, String description) {
        if (supplyClass.orElse(0) == RECEPTACLE) {
            return WASTE;
        }
        long known = type.orElse(0);
        return known >= 0 && known <= UNKNOWN_TYPE ? described(description.toLowerCase(Locale.ROOT)) : of(known);
    }

    private static SupplyKind described(String description) {
        if (WASTE_WORDS.matcher(description).find()) {
            return WASTE;
        }
        if (DRUM_WORDS.matcher(description).find()) {
            return DRUM;
        }
        if (TONER_WORDS.matcher(description).find()) {
            return TONER;
        }
        return INK_WORDS.matcher(description).find() ? INK : OTHER;
    }

    private static SupplyKind of(long type) {
        return switch (Math.clamp(type, 0, 99)) {
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
