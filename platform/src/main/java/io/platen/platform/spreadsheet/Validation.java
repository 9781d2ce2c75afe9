package io.platen.platform.spreadsheet;

import java.time.LocalDate;
import java.util.List;

/** What a person may enter in a column; the spreadsheet program says so at once. */
public sealed interface Validation {

    record WholeNumber(long least, long most) implements Validation {}

    record DateBetween(LocalDate first, LocalDate last) implements Validation {}

    /** The choices together have room for 255 characters in the file. */
    record OneOf(List<String> choices) implements Validation {

        private static final int ROOM = 255;

        public OneOf {
            choices = List.copyOf(choices);
            if (choices.isEmpty()
                    || String.join(",", choices).length() > ROOM
                    || choices.stream().anyMatch(choice -> choice.contains(","))) {
                throw new IllegalArgumentException("These choices cannot be written: " + choices);
            }
        }
    }
}
