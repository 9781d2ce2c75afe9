package io.platen.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The downloaded spreadsheet of what is due, filled in as a person does. */
final class DueSheet {
    private static final String SERIAL = "Serial No.";
    private static final String TOTAL = "Total/BW Read";
    private byte[] bytes;

    DueSheet(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the total into the white cell of that machine. */
    void fill(String serial, int total) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                var filled = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheet("Meters");
            var row = rowOf(sheet, serial);
            row.getCell(column(sheet, TOTAL), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue(total);
            workbook.write(filled);
            bytes = filled.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row rowOf(Sheet sheet, String serial) {
        var column = column(sheet, SERIAL);
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .filter(row -> serial.equals(text(row.getCell(column))))
                .findFirst()
                .orElseThrow();
    }

    private static int column(Sheet sheet, String header) {
        var headers = sheet.getRow(0);
        return IntStream.range(0, headers.getLastCellNum())
                .filter(column -> header.equals(text(headers.getCell(column))))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Cell cell) {
        return cell != null && cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }
}
