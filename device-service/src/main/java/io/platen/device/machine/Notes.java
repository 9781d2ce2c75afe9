package io.platen.device.machine;

import java.util.List;

/** Two free texts on a device; an empty one is no note (DEV-09). */
record Notes(String first, String second) {

    static final Notes NONE = new Notes("", "");
    static final List<Integer> NUMBERS = List.of(1, 2);

    private static final int LONGEST = 100;

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    String text(int note) {
        return note == 1 ? first : second;
    }

    Notes with(int note, String text) {
        return note == 1 ? new Notes(text, second) : new Notes(first, text);
    }
}
