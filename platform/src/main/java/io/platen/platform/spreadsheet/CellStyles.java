package io.platen.platform.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;

/** The few looks of cells; a workbook has room for a limited number of them. */
final class CellStyles {

    /** What a cell shows. */
    enum Kind {
        TEXT("@"),
        WHOLE("0"),
        DECIMAL("0.################"),
        DATE("yyyy-mm-dd"),
        DATE_TIME("yyyy-mm-dd hh:mm:ss");

        private final String format;

        Kind(String format) {
            this.format = format;
        }
    }

    /** Whether it can be changed, and looks so. */
    enum Lock {
        NONE,
        LOCKED,
        UNLOCKED
    }

    private record Look(Kind kind, Lock lock) {}

    private final Workbook book;
    private final Map<Look, CellStyle> looks = new HashMap<>();
    private final Map<Boolean, CellStyle> headers = new HashMap<>();

    CellStyles(Workbook book) {
        this.book = book;
    }

    CellStyle header(boolean unlocked) {
        return headers.computeIfAbsent(unlocked, white -> {
            var style = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            style.setFont(font);
            style.setWrapText(true);
            style.setBorderBottom(BorderStyle.THIN);
            fill(style, white ? IndexedColors.WHITE : IndexedColors.GREY_25_PERCENT);
            return style;
        });
    }

    CellStyle of(Kind kind, Lock lock) {
        return looks.computeIfAbsent(new Look(kind, lock), look -> {
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(kind.format));
            switch (lock) {
                case NONE -> {}
                case LOCKED -> {
                    style.setLocked(true);
                    fill(style, IndexedColors.GREY_25_PERCENT);
                    border(style);
                }
                case UNLOCKED -> {
                    style.setLocked(false);
                    fill(style, IndexedColors.WHITE);
                    border(style);
                }
            }
            return style;
        });
    }

    /** A filled cell hides the grid. */
    private static void border(CellStyle style) {
        for (var setter : new BorderSetter[] {
            style::setBorderTop, style::setBorderBottom, style::setBorderLeft, style::setBorderRight
        }) {
            setter.set(BorderStyle.HAIR);
        }
    }

    private static void fill(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private interface BorderSetter {
        void set(BorderStyle border);
    }
}
