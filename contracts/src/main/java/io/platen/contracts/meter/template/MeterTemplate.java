package io.platen.contracts.meter.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Layout of the workbook of due meters (F-A). The sheet {@value #SHEET} has the columns of {@link MeterColumn}, all locked but
 * the white ones. The hidden sheet {@value #META_SHEET} has a header, the {@link #mark} and a {@link MeterRowKey} for each
 * row. Digests find what was changed by accident; they keep nobody from making a workbook of his own, and need not: every
 * row is held against the sender's rights and the rules.
 */
public final class MeterTemplate {

    public static final String SHEET = "Meters";
    public static final String META_SHEET = "Meta";

    /** Of this layout; another layout has another mark. */
    public static final String VERSION = "platen-meters-1";

    /** Without the header. */
    public static final int MOST_ROWS = 5_000;

    /** The spreadsheet's number of the first row below the header. */
    public static final int FIRST_ROW = 2;

    public static final List<String> META_HEADERS = List.of("Row", "Device", "Due", "Counters", "Digest");

    static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final char BETWEEN = '\u001F';

    /** Spreadsheet programs change them when they save: line breaks, trailing blanks, an apostrophe before a formula. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\p{Cf}]+|^'");

    private MeterTemplate() {}

    /**
     * The line below the header of the hidden sheet.
     *
     * @param language of the headers: en, nl or pt
     */
    public static List<String> mark(String language, List<MeterRowKey> rows) {
        var all = new ArrayList<String>();
        all.add(language);
        rows.forEach(row -> all.addAll(row.cells()));
        return List.of(VERSION, language, Integer.toString(rows.size()), "", digestOf(all));
    }

    /** SHA-256 of what can be seen of the cells, in hexadecimal digits. */
    static String digestOf(List<String> cells) {
        var text = new StringBuilder();
        for (var cell : cells) {
            text.append(INVISIBLE.matcher(cell).replaceAll("")).append(BETWEEN);
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
