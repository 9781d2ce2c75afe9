package io.platen.platform.spreadsheet;

import java.util.List;

/**
 * What a sheet that is written looks like.
 *
 * @param guarded whether only unlocked cells can be changed; without a password, as it prevents accidents, not intent
 * @param filtered whether the header offers filters
 */
public record SheetLayout(String name, List<SheetColumn> columns, boolean guarded, boolean hidden, boolean filtered) {

    public SheetLayout {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A sheet without columns: " + name);
        }
    }

    public static SheetLayout of(String name, List<SheetColumn> columns) {
        return new SheetLayout(name, columns, false, false, false);
    }

    /** Locked cells are grey, unlocked ones white. */
    public SheetLayout guardedByLocks() {
        return new SheetLayout(name, columns, true, hidden, filtered);
    }

    public SheetLayout hiddenFromView() {
        return new SheetLayout(name, columns, guarded, true, filtered);
    }

    public SheetLayout withFilter() {
        return new SheetLayout(name, columns, guarded, hidden, true);
    }
}
