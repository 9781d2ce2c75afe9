package io.platen.platform.spreadsheet;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which cells of a workbook's first sheet can be changed, whoever wrote it. */
final class Protection {

    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+[0-9]+)\"[^>]*? s=\"([0-9]+)\"");
    private static final Pattern FORMAT = Pattern.compile("<xf [^>]*?(/>|>.*?</xf>)", Pattern.DOTALL);

    private Protection() {}

    static Set<String> unlockedCells(byte[] workbook) {
        var styles = Workbooks.part(workbook, "xl/styles.xml");
        var formats = new ArrayList<Boolean>();
        var cellFormats = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
        var format = FORMAT.matcher(cellFormats);
        while (format.find()) {
            formats.add(format.group().contains("locked=\"false\"")
                    || format.group().contains("locked=\"0\""));
        }
        var unlocked = new TreeSet<String>();
        var cell = CELL.matcher(Workbooks.part(workbook, Workbooks.SHEET));
        while (cell.find()) {
            if (formats.get(Integer.parseInt(cell.group(2)))) {
                unlocked.add(cell.group(1));
            }
        }
        return unlocked;
    }
}
