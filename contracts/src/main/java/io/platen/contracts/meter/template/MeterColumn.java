package io.platen.contracts.meter.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The columns of the sheet {@code Meters}, from left to right; the white ones are filled in. */
public enum MeterColumn {
    ACCOUNT_NUMBER(20, false),
    SERIAL_NUMBER(20, false),
    EQUIPMENT_NUMBER(18, false),
    MODEL(24, false),
    INSTALL_LOCATION(36, false),
    NOTE_1(24, false),
    NOTE_2(24, false),
    DUE_ON(12, false),
    LAST_READ_ON(12, false),
    LAST_TOTAL(16, false),
    LAST_COLOUR(16, false),
    READ_ON(12, true),
    TOTAL(16, true),
    COLOUR(16, true);

    private final int width;
    private final boolean white;

    MeterColumn(int width, boolean white) {
        this.width = width;
        this.white = white;
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
