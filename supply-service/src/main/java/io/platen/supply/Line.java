package io.platen.supply;

import java.util.regex.Pattern;

/** One line of text that can be printed: no control characters, no halves of characters. */
public final class Line {

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]*");

    private Line() {}

    public static boolean is(String text) {
        return PRINTABLE.matcher(text).matches();
    }

    /** In Unicode code points, as people count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No longer than that. */
    public static String cut(String text, int longest) {
        return length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }
}
