package io.platen.contracts.meter.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The columns of the sheet {@code Meters}, from left to right; the white ones are filled in. */
public enum MeterColumn {
    ACCOUNT_NUMBER(0, 20, false),
    SERIAL_NUMBER(1, 20, false),
    EQUIPMENT_NUMBER(2, 18, false),
    MODEL(3, 24, false),
    INSTALL_LOCATION(4, 36, false),
    NOTE_1(5, 24, false),
    NOTE_2(6, 24, false),
    DUE_ON(7, 12, false),
    LAST_READ_ON(8, 12, false),
    LAST_TOTAL(9, 16, false),
    LAST_COLOUR(10, 16, false),
    READ_ON(11, 12, true),
    TOTAL(12, 16, true),
    COLOUR(13, 16, true);

    private final int place;
    private final int width;
    private final boolean white;

    MeterColumn(int place, int width, boolean white) {
        this.place = place;
        this.width = width;
        this.white = white;
    }

    /** From the left, beginning with 0. */
    public int place() {
        return place;
    }

    /** In characters. */
    public int width() {
        return width;
    }

    /** Whether a person may fill it in. */
    public boolean isWhite() {
        return white;
    }

    /** @param language one of en, nl, pt; English for any other */
    public String header(Locale language) {
        return ResourceBundle.getBundle(
                        MeterColumn.class.getPackageName() + ".headers",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }

    /** Those that must come back as they were. */
    public static List<MeterColumn> locked() {
        return Arrays.stream(values()).filter(column -> !column.white).toList();
    }
}
