package io.platen.platform.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes one sheet, row after row. */
public final class SheetWriter {

    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int UNITS_PER_CHARACTER = 256;

    private final SXSSFSheet sheet;
    private final CellStyles styles;
    private final SheetLayout layout;
    private int rows;

    SheetWriter(SXSSFWorkbook book, CellStyles styles, SheetLayout layout) {
        this.styles = styles;
        this.layout = layout;
        this.sheet = book.createSheet(layout.name());
        var header = sheet.createRow(rows++);
        for (var column : layout.columns()) {
            var cell = header.createCell(header.getPhysicalNumberOfCells());
            cell.setCellValue(CellText.stored(CellText.shown(column.header())));
            cell.setCellStyle(styles.header(layout.guarded() && column.editable()));
            sheet.setColumnWidth(cell.getColumnIndex(), column.width() * UNITS_PER_CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        if (layout.hidden()) {
            book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.HIDDEN);
        }
    }

    /** Starts the next row; the one before is complete. */
    public RowWriter row() {
        if (rows == MOST_ROWS) {
            throw new IllegalStateException("A sheet has no more than " + MOST_ROWS + " rows");
        }
        return new RowWriter(sheet.createRow(rows++));
    }

    void finish() {
        var last = Math.max(rows - 1, 1);
        for (int column = 0; column < layout.columns().size(); column++) {
            var validation = layout.columns().get(column).validation();
            if (validation != null) {
                sheet.addValidationData(validating(validation, new CellRangeAddressList(1, last, column, column)));
            }
        }
        if (layout.filtered()) {
            sheet.setAutoFilter(
                    new CellRangeAddress(0, rows - 1, 0, layout.columns().size() - 1));
        }
        if (layout.guarded()) {
            sheet.enableLocking();
            sheet.lockFormatColumns(false); // whoever cannot read a column may widen it
            sheet.lockFormatRows(false);
            sheet.lockAutoFilter(!layout.filtered());
        }
    }

    private DataValidation validating(Validation rule, CellRangeAddressList cells) {
        var validation = sheet.getDataValidationHelper()
                .createValidation(constraint(rule, sheet.getDataValidationHelper()), cells);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        return validation;
    }

    private static DataValidationConstraint constraint(Validation rule, DataValidationHelper helper) {
        var between = DataValidationConstraint.OperatorType.BETWEEN;
        return switch (rule) {
            case Validation.WholeNumber number ->
                helper.createIntegerConstraint(between, "" + number.least(), "" + number.most());
            case Validation.DateBetween dates ->
                helper.createDateConstraint(between, serial(dates.first()), serial(dates.last()), null);
            case Validation.OneOf list ->
                helper.createExplicitListConstraint(list.choices().toArray(String[]::new));
        };
    }

    private static String serial(LocalDate date) {
        return "" + (int) DateUtil.getExcelDate(date);
    }

    /** The cells of one row, from left to right; null leaves one blank. */
    public final class RowWriter {

        private final Row row;
        private int column;

        private RowWriter(Row row) {
            this.row = row;
        }

        public RowWriter text(@Nullable String text) {
            var cell = next(CellStyles.Kind.TEXT);
            if (text != null && !text.isEmpty()) {
                cell.setCellValue(CellText.stored(CellText.shown(text)));
            }
            return this;
        }

        public RowWriter whole(@Nullable Long number) {
            var cell = next(CellStyles.Kind.WHOLE);
            if (number != null) {
                cell.setCellValue(number);
            }
            return this;
        }

        /** A spreadsheet keeps 15 digits. */
        public RowWriter decimal(@Nullable BigDecimal number) {
            var cell = next(CellStyles.Kind.DECIMAL);
            if (number != null) {
                cell.setCellValue(number.doubleValue());
            }
            return this;
        }

        public RowWriter date(@Nullable LocalDate date) {
            var cell = next(CellStyles.Kind.DATE);
            if (date != null) {
                cell.setCellValue(date);
            }
            return this;
        }

        /** To the second, in the zone of the reader's choice. */
        public RowWriter dateTime(@Nullable LocalDateTime time) {
            var cell = next(CellStyles.Kind.DATE_TIME);
            if (time != null) {
                cell.setCellValue(time.truncatedTo(ChronoUnit.SECONDS));
            }
            return this;
        }

        /** Blank, and not to be filled in even where the column is unlocked. */
        public RowWriter locked() {
            var lock = layout.guarded() ? CellStyles.Lock.LOCKED : CellStyles.Lock.NONE;
            next(styles.of(CellStyles.Kind.TEXT, lock));
            return this;
        }

        private SXSSFCell next(CellStyles.Kind kind) {
            if (column == layout.columns().size()) {
                throw new IllegalStateException(layout.name() + " has no more columns than " + column);
            }
            var lock = !layout.guarded()
                    ? CellStyles.Lock.NONE
                    : layout.columns().get(column).editable() ? CellStyles.Lock.UNLOCKED : CellStyles.Lock.LOCKED;
            return next(styles.of(kind, lock));
        }

        private SXSSFCell next(CellStyle style) {
            var cell = (SXSSFCell) row.createCell(column++);
            cell.setCellStyle(style);
            return cell;
        }
    }
}
