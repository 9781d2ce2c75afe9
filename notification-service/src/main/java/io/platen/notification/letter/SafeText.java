package io.platen.notification.letter;

import java.util.regex.Pattern;

/** What people typed, made harmless for the place where it is shown. */
public final class SafeText {

    /** Control characters, line ends of every kind, and marks that turn the direction of what follows. */
    private static final Pattern NOT_IN_A_LINE =
            Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern NOT_IN_A_PARAGRAPH =
            Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u0085|\\p{Zl}|\\p{Zp}");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private SafeText() {}

    /** For a header: one line, of at most so many characters. */
    public static String line(String typed, int longest) {
        var line = SPACES.matcher(NOT_IN_A_LINE.matcher(typed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** For the body: lines stay. */
    public static String paragraph(String typed) {
        var lines = LINE_END.matcher(typed).replaceAll("\n");
        return NOT_IN_A_PARAGRAPH.matcher(lines).replaceAll("").strip();
    }
}
