package io.platen.platform.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** What a cell holds. */
public sealed interface SheetCell {

    /** Nothing, or spaces only. */
    record Blank() implements SheetCell {

        public static final Blank CELL = new Blank();
    }

    record Text(String text) implements SheetCell {}

    /** @param value no more digits than a spreadsheet keeps */
    record Numeric(BigDecimal value) implements SheetCell {

        /** Empty where there is a fraction, or too much. */
        public Optional<Long> whole() {
            try {
                return Optional.of(value.longValueExact());
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
    }

    /** A number that the sheet shows as a date. */
    record Time(LocalDateTime at) implements SheetCell {}

    record Bool(boolean value) implements SheetCell {}

    /** @param code for example {@code #N/A} */
    record Fault(String code) implements SheetCell {}

    /** As plain as it gets: {@code 12.5}, {@code 2026-11-30}. */
    default String plain() {
        return switch (this) {
            case Blank blank -> "";
            case Text text -> text.text();
            case Numeric number -> number.value().toPlainString();
            case Time time ->
                time.at().toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? time.at().toLocalDate().toString()
                        : time.at().toString();
            case Bool bool -> bool.value() ? "TRUE" : "FALSE";
            case Fault error -> error.code();
        };
    }
}
