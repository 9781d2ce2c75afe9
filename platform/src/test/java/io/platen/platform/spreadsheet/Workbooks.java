package io.platen.platform.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, taken apart and put together in ways that no program would. */
final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    static byte[] ordinary() {
        return written(3);
    }

    static byte[] written(int rows) {
        try (var book = new WorkbookWriter()) {
            var sheet = book.sheet(SheetLayout.of(
                    "Meters",
                    List.of(SheetColumn.of("Serial", 20), SheetColumn.of("Total", 12), SheetColumn.of("On", 12))));
            for (int i = 1; i <= rows; i++) {
                sheet.row().text("SN-" + i).whole(1_000L + i).date(LocalDate.of(2026, 11, 1));
            }
            var out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> parts(byte[] workbook) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static String part(byte[] workbook, String name) {
        return new String(parts(workbook).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An ordinary one with a part changed. */
    static byte[] with(String part, UnaryOperator<String> change) {
        var parts = parts(ordinary());
        var before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
        return zipped(parts);
    }

    static byte[] withPart(String part, String content) {
        return with(part, before -> content);
    }

    static byte[] withSheetData(String rows) {
        return with(
                SHEET, xml -> xml.replaceAll("(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>"));
    }

    static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
