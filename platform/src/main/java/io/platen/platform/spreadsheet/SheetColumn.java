package io.platen.platform.spreadsheet;

import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet that is written.
 *
 * @param width in characters
 * @param editable whether a person may change its cells where the sheet is protected
 */
public record SheetColumn(
        String header,
        int width,
        boolean editable,
        @Nullable Validation validation) {

    public SheetColumn {
        if (width < 1 || width > 255) {
            throw new IllegalArgumentException("No width of a column: " + width);
        }
    }

    public static SheetColumn of(String header, int width) {
        return new SheetColumn(header, width, false, null);
    }

    public SheetColumn unlocked() {
        return new SheetColumn(header, width, true, validation);
    }

    public SheetColumn validated(Validation by) {
        return new SheetColumn(header, width, editable, by);
    }
}
