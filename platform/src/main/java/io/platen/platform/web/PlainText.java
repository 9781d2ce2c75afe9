package io.platen.platform.web;

import java.util.regex.Pattern;

/** One line of text: no control characters, no halves of characters. For {@code @Pattern} and by hand. */
public final class PlainText {

    public static final String REGEX = "[^\\p{Cntrl}\\p{Cs}]*";

    private static final Pattern LINE = Pattern.compile(REGEX);
    private static final Pattern OTHER = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

    private PlainText() {}

    public static boolean is(String text) {
        return LINE.matcher(text).matches();
    }

    /** With a space in place of what does not belong there, and no longer than that. */
    public static String made(String text, int longest) {
        var line = OTHER.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }
}
