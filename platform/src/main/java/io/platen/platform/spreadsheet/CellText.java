package io.platen.platform.spreadsheet;

import java.util.regex.Pattern;

/**
 * Text that no spreadsheet takes for a formula. What begins like one gets an apostrophe in front, as part of the text: the
 * cell attribute {@code quotePrefix} would look nicer, but is lost when the sheet is saved as CSV, and the formula is
 * evaluated when that is opened.
 */
public final class CellText {

    static final int LONGEST = 32_767;

    private static final char APOSTROPHE = '\'';

    /** How formulas begin, with the full-width twins that East Asian input methods write. */
    private static final String BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF&&[^\n]]");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** As a person reads it in the cell. */
    public static String shown(String text) {
        var clean = NOT_TEXT.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        return cut(looksLikeFormula(text) || looksLikeFormula(clean) ? APOSTROPHE + clean : clean);
    }

    /** What was given to {@link #shown}, but for what was cut off or is no text. */
    public static String original(String shown) {
        return shown.length() > 1 && shown.charAt(0) == APOSTROPHE && looksLikeFormula(shown.substring(1))
                ? shown.substring(1)
                : shown;
    }

    /** As the file holds it: spreadsheets read {@code _x003D_} as an equals sign, so that it is spelt out. */
    static String stored(String shown) {
        return cut(ESCAPE.matcher(shown).replaceAll("_x005F_x$1_"));
    }

    static String loaded(String stored) {
        return stored.contains("_x")
                ? ESCAPE.matcher(stored)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                                "" + (char) Integer.parseInt(match.group(1), 16)))
                : stored;
    }

    /** A tab or carriage return in front counts as well, and so does a sign behind spaces. */
    private static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var first = text.charAt(0);
        if (first == '\t' || first == '\r') {
            return true;
        }
        var begin = 0;
        while (begin < text.length() && isBlank(text.charAt(begin))) {
            begin++;
        }
        return begin < text.length() && BEGINNINGS.indexOf(text.charAt(begin)) >= 0;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
