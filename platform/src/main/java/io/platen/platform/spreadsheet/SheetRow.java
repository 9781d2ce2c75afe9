package io.platen.platform.spreadsheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row as it was read.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param firstDay what the sheet counts its days from
 */
public record SheetRow(int number, List<SheetCell> cells, LocalDate firstDay) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** @param column from 0; blank beyond the last */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.Blank.CELL;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell.Blank.class::isInstance);
    }

    /** A date, an ISO text of one, or the bare number that spreadsheets count days by. */
    public Optional<LocalDate> day(int column) {
        return switch (cell(column)) {
            case SheetCell.Time time -> Optional.of(time.at().toLocalDate());
            case SheetCell.Text text -> iso(text.text().strip());
            case SheetCell.Numeric number ->
                number.whole().filter(day -> day > 60 && day < 2_958_466).map(firstDay::plusDays);
            case SheetCell.Blank blank -> Optional.empty();
            case SheetCell.Bool bool -> Optional.empty();
            case SheetCell.Fault error -> Optional.empty();
        };
    }

    private static Optional<LocalDate> iso(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
