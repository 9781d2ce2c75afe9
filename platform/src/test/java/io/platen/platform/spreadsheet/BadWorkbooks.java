package io.platen.platform.spreadsheet;

import static io.platen.platform.spreadsheet.Workbooks.SHEET;
import static io.platen.platform.spreadsheet.Workbooks.ordinary;
import static io.platen.platform.spreadsheet.Workbooks.parts;
import static io.platen.platform.spreadsheet.Workbooks.with;
import static io.platen.platform.spreadsheet.Workbooks.withPart;
import static io.platen.platform.spreadsheet.Workbooks.withSheetData;
import static io.platen.platform.spreadsheet.Workbooks.zipped;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files that somebody might send in place of a workbook, and what {@link BoundedWorkbook} has to say of each. */
public final class BadWorkbooks {

    /** In the place of a file: whoever finds it sends a hundred megabytes instead. */
    public static final String ENDLESS = "endless";

    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    private final Path folder;
    private final int mostRows;
    private final Map<String, String> expected = new LinkedHashMap<>();

    private BadWorkbooks(Path folder, int mostRows) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostRows = mostRows;
    }

    /**
     * @param folder where they are put
     * @param mostRows that their reader takes, with the header
     * @return by file the reason of its refusal, or for the harmless ones the number of rows, as in {@code 4 rows}
     */
    public static Map<String, String> in(Path folder, int mostRows) throws IOException {
        var files = new BadWorkbooks(folder, mostRows);
        files.fine();
        files.otherFiles();
        files.archives();
        files.bombs();
        files.macros();
        files.formulas();
        files.reachingOut();
        files.tooMuch();
        files.deceivingTheReader();
        return files.expected;
    }

    /** Within all limits, with as many texts in the cells of a sheet as these allow. */
    public static byte[] crowdedCells(String sheet, String other, int rows, int columns) throws IOException {
        var length = 44_000_000 / rows / columns;
        var random = new java.util.Random(1);
        var filled = new StringBuilder();
        for (int row = 1; row <= rows; row++) {
            filled.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < columns; column++) {
                filled.append("<c r=\"")
                        .append((char) ('A' + column))
                        .append(row)
                        .append("\" t=\"inlineStr\"><is><t>");
                var word = Integer.toString(random.nextInt(), 36) + " ";
                filled.append(word.repeat(length / word.length())).append("</t></is></c>");
            }
            filled.append("</row>");
        }
        return crowded(sheet, other, filled.toString(), "");
    }

    /** Within all limits, with as many texts that cells may share as these allow; all are needed from the first row on. */
    public static byte[] crowdedSharedTexts(String sheet, String other) throws IOException {
        var count = 140_000;
        var noise = noise(count * 20);
        var texts = new StringBuilder("<sst>");
        for (int i = 0; i < count; i++) {
            texts.append("<si><t>\u03A9").append(noise, i * 20, i * 20 + 20).append("</t></si>");
        }
        var row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + (count - 1) + "</v></c></row>";
        return crowded(sheet, other, row, texts + "</sst>");
    }

    private static byte[] crowded(String sheet, String other, String rows, String sharedTexts) throws IOException {
        try (var book = new WorkbookWriter()) {
            book.sheet(SheetLayout.of(sheet, java.util.List.of(SheetColumn.of("a", 9))));
            book.sheet(SheetLayout.of(other, java.util.List.of(SheetColumn.of("a", 9))));
            var out = new ByteArrayOutputStream();
            book.writeTo(out);
            var parts = parts(out.toByteArray());
            var empty = new String(parts.getOrDefault(SHEET, new byte[0]), StandardCharsets.UTF_8);
            var full = empty.replaceAll("(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>");
            parts.put(SHEET, full.getBytes(StandardCharsets.UTF_8));
            if (!sharedTexts.isEmpty()) {
                parts.put("xl/sharedStrings.xml", sharedTexts.getBytes(StandardCharsets.UTF_8));
            }
            return zipped(parts);
        }
    }

    private void fine() throws IOException {
        keep("ordinary", ordinary(), "4 rows");
        keep("full", Workbooks.written(mostRows - 1), mostRows + " rows");
        keep(
                "a hyperlink",
                withPart(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        relationships("hyperlink", "mailto:service@example.com", "External")),
                "4 rows");
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Shared");
            sheet.createRow(0).createCell(0).setCellValue("shared");
            sheet.createRow(5).createCell(3).setCellValue("shared");
            keep("shared texts", bytes(book), "2 rows");
        }
    }

    private void otherFiles() throws IOException {
        keep("empty", new byte[0], "NOT_A_WORKBOOK");
        keep(ENDLESS, new byte[0], "TOO_LARGE");
        keep("pdf", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), "NOT_A_WORKBOOK");
        keep(
                "xls",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1".repeat(100).getBytes(StandardCharsets.ISO_8859_1),
                "NOT_A_WORKBOOK");
        try (var encrypted = new POIFSFileSystem()) {
            encrypted.getRoot().createDocument("EncryptedPackage", new java.io.ByteArrayInputStream(ordinary()));
            var out = new ByteArrayOutputStream();
            encrypted.writeFilesystem(out);
            keep("encrypted", out.toByteArray(), "NOT_A_WORKBOOK");
        }
        keep("csv", "Serial,Total\nSN-1,5\n".getBytes(StandardCharsets.UTF_8), "NOT_A_WORKBOOK");
        keep("some zip", zipped(Map.of("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))), "NOT_A_WORKBOOK");
        keep(
                "only the end of a zip",
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                "NOT_A_WORKBOOK");
    }

    private void archives() throws IOException {
        var ordinary = ordinary();
        keep("cut off", Arrays.copyOf(ordinary, ordinary.length / 2), "NOT_A_WORKBOOK");
        keep("something behind", Arrays.copyOf(ordinary, ordinary.length + 9), "NOT_A_WORKBOOK");
        var shifted = new byte[ordinary.length + 9];
        System.arraycopy(ordinary, 0, shifted, 9, ordinary.length);
        keep("something before", shifted, "NOT_A_WORKBOOK");
        keep("leading elsewhere", withPart("../../etc/cron.d/evil", "x"), "NOT_A_WORKBOOK");
        keep("absolute", withPart("/etc/evil", "x"), "NOT_A_WORKBOOK");
        keep("of windows", withPart("..\\evil.bat", "x"), "NOT_A_WORKBOOK");
        keep("twice, but for the case", withPart("XL/Workbook.xml", "<workbook/>"), "NOT_A_WORKBOOK");
        keep("another name inside", patched(ordinary, "xl/styles.xml", "xl/stylez.xml"), "NOT_A_WORKBOOK");
        keep("damaged", damaged(stored(parts(ordinary))), "NOT_A_WORKBOOK");
        var nested = parts(ordinary);
        nested.put("xl/embeddings/inner.zip", "PK nobody opens me".getBytes(StandardCharsets.UTF_8));
        keep("a nested archive", zipped(nested), "4 rows");
    }

    private void bombs() throws IOException {
        keep("bomb", withZeros(SHEET, 40_000_000), "ZIP_BOMB");
        keep("bomb of a picture", withZeros("xl/media/image1.png", 47_000_000), "ZIP_BOMB");
        keep("bomb beyond what a part may be", withZeros("xl/media/image1.png", 200_000_000), "ZIP_BOMB");
        keep(
                "bomb that lies about its size",
                lying(withZeros("xl/media/image1.png", 30_000_000), 30_000_000),
                "ZIP_BOMB");
        keep("bomb of overlapping entries", overlapping(), "ZIP_BOMB");
    }

    private void macros() throws IOException {
        keep("macros", withPart("xl/vbaProject.bin", "x"), "MACROS");
        keep(
                "macros by type",
                with(
                        TYPES,
                        xml -> xml.replace(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                "MACROS");
        keep(
                "macros under another name",
                with(
                        RELATIONSHIPS,
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"r99\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\""
                                        + " Target=\"harmless.bin\"/></Relationships>")),
                "MACROS");
        keep("macros of a sheet", withPart("xl/other/sheet9.xml", "<xm:macrosheet xmlns:xm=\"x\"/>"), "MACROS");
    }

    private void formulas() throws IOException {
        keep("formula", withSheetData("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>"), "FORMULAS");
        keep(
                "shared formula",
                withSheetData("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>2</v></c></row>"),
                "FORMULAS");
        keep("dde", withSheetData("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>cmd|'/c calc'!A1</f></c></row>"), "FORMULAS");
        try (var book = new XSSFWorkbook()) {
            book.createSheet("Sheet").createRow(0).createCell(0).setCellFormula("WEBSERVICE(\"http://localhost\")");
            keep("formula of a program", bytes(book), "FORMULAS");
        }
    }

    private void reachingOut() throws IOException {
        var secret = Files.writeString(folder.resolveSibling("secret"), "top secret");
        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        keep(
                "entity in the sheet",
                with(
                        SHEET,
                        xml -> xml.replace("<worksheet", entity + "<worksheet")
                                .replaceFirst(
                                        "<sheetData>",
                                        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>")),
                "EXTERNAL");
        keep("entity in the types", with(TYPES, xml -> xml.replace("<Types", entity + "<Types")), "EXTERNAL");
        keep("entity in a drawing", withPart("xl/drawings/drawing1.xml", entity + "<x>&e;</x>"), "EXTERNAL");
        keep("entity in a document of properties", withPart("docProps/app.xml", entity + "<x>&e;</x>"), "EXTERNAL");
        keep("undeclared entity", withPart("docProps/app.xml", "<x>&e;</x>"), "NOT_A_WORKBOOK");
        keep("laughs", withPart("xl/sharedStrings.xml", laughs()), "EXTERNAL");
        keep("external link", withPart("xl/externalLinks/externalLink1.xml", "<externalLink/>"), "EXTERNAL");
        keep("external link under another name", withPart("xl/other.xml", "<externalLink/>"), "EXTERNAL");
        keep(
                "a picture from elsewhere",
                withPart(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        relationships("image", "http://localhost/pixel.png", "External")),
                "EXTERNAL");
        keep("a connection", withPart("xl/connections.xml", "<connections/>"), "EXTERNAL");
        keep("dde link", withPart("xl/other.xml", "<x><ddeLink ddeService=\"cmd\"/></x>"), "EXTERNAL");
    }

    private void tooMuch() throws IOException {
        keep(
                "two million rows",
                zippedSheet(out -> {
                    for (int row = 1; row <= 2_000_000; row++) {
                        out.write(("<row r=\"" + row + "\"/>").getBytes(StandardCharsets.US_ASCII));
                    }
                }),
                "TOO_MANY_ROWS");
        keep(
                "two million rows with cells",
                zippedSheet(out -> {
                    for (int row = 1; row <= 2_000_000; row++) {
                        out.write(("<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>1</v></c></row>")
                                .getBytes(StandardCharsets.US_ASCII));
                    }
                }),
                "ZIP_BOMB");
        keep("one row too many", Workbooks.written(mostRows), "TOO_MANY_ROWS");
        keep(
                "all columns",
                withSheetData("<row r=\"1\"><c r=\"A1\"/><c r=\"XFD1\"><v>1</v></c></row>"),
                "TOO_MANY_COLUMNS");
        keep(
                "more than all columns",
                withSheetData("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
                "NOT_A_WORKBOOK");
        keep("a long text", withSheetData(inline("x".repeat(2_001))), "TOO_LARGE");
        keep("an endless text", withSheetData(inline(noise(3_000_000).replace("xy", "&lt;"))), "TOO_LARGE");
        keep(
                "a long number",
                withSheetData("<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(5_000) + "</v></c></row>"),
                "TOO_LARGE");
        keep("a number too large", withSheetData("<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>"), "1 rows");
        keep("huge shared texts", withSharedTexts(text -> "<si><t>" + text + "</t></si>", 200_000), "TOO_LARGE");
        keep("many shared texts", withSharedTexts(text -> "<si a=\"" + text + "\"/>", 160_000), "TOO_LARGE");
        keep(
                "an endless attribute",
                with(SHEET, xml -> xml.replace("<sheetData>", "<x y=\"" + noise(5_000_000) + "\"/><sheetData>")),
                "TOO_LARGE");
        keep("deep", withPart("docProps/app.xml", "<a>".repeat(100_000)), "NOT_A_WORKBOOK");
        keep(
                "many names",
                with(SHEET, xml -> xml.replace("<sheetData>", names(100_000) + "<sheetData>")),
                "NOT_A_WORKBOOK");
        keep(
                "cdata",
                withPart("docProps/app.xml", "<a><![CDATA[" + noise(3_000_000).replace("xy", "<") + "]]></a>"),
                "NOT_A_WORKBOOK");
        var many = parts(ordinary());
        for (int i = 0; i < 1_000; i++) {
            many.put("xl/media/image" + i + ".png", new byte[0]);
        }
        keep("many parts", zipped(many), "TOO_LARGE");
    }

    /** What would make the rows' reader ask for more and more memory, or read a part that nobody looked at. */
    private void deceivingTheReader() throws IOException {
        keep(
                "a shared text that is not there",
                withSheetData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483647</v></c></row>"),
                "NOT_A_WORKBOOK");
        keep(
                "a shared text that is no number",
                withSheetData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"),
                "NOT_A_WORKBOOK");
        keep(
                "a sheet that is a picture",
                with(RELATIONSHIPS, xml -> xml.replace("worksheets/sheet1.xml", "media/image1.png")),
                "NOT_A_WORKBOOK");
        keep("rows in disorder", withSheetData("<row r=\"2\"/><row r=\"1\"/>"), "NOT_A_WORKBOOK");
        keep("a cell of another row", withSheetData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"), "NOT_A_WORKBOOK");
        keep(
                "a cell in a cell",
                withSheetData("<row r=\"1\"><c r=\"A1\"><v>1</v><c r=\"B1\"/></c></row>"),
                "NOT_A_WORKBOOK");
        keep("another encoding", utf16(), "NOT_A_WORKBOOK");
        keep("no number", withSheetData("<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>"), "1 rows");
        keep(
                "another type",
                withSheetData("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-11-26</v></c></row>"),
                "NOT_A_WORKBOOK");
    }

    private void keep(String name, byte[] file, String result) throws IOException {
        Files.write(folder.resolve(name), file);
        expected.put(name, result);
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static String relationships(String type, String target, String mode) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
                + target + "\" TargetMode=\"" + mode + "\"/></Relationships>";
    }

    private static String inline(String text) {
        return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>";
    }

    private static String laughs() {
        var entities = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities + "]><sst><si><t>&a29;</t></si></sst>";
    }

    private static String names(int count) {
        var names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append("<n").append(i).append("/>");
        }
        return names.toString();
    }

    /** Does not compress well. */
    private static String noise(int length) {
        var random = new java.util.Random(1);
        var noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private static byte[] withSharedTexts(UnaryOperator<String> element, int count) {
        var noise = noise(count * 12);
        var texts = new StringBuilder("<sst>");
        for (int i = 0; i < count; i++) {
            texts.append(element.apply(noise.substring(i * 12, i * 12 + 12)));
        }
        return withPart("xl/sharedStrings.xml", texts + "</sst>");
    }

    private static byte[] utf16() {
        var parts = parts(ordinary());
        var sheet = new String(parts.get(SHEET), StandardCharsets.UTF_8)
                .replaceFirst("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        parts.put(SHEET, sheet.getBytes(StandardCharsets.UTF_16));
        return zipped(parts);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] zippedSheet(Content rows) throws IOException {
        return zippedWith(SHEET, out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
            rows.writeTo(out);
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static byte[] withZeros(String part, int length) throws IOException {
        return zippedWith(part, out -> {
            var zeros = new byte[1_000_000];
            for (int i = 0; i < length / zeros.length; i++) {
                out.write(zeros);
            }
        });
    }

    private static byte[] zippedWith(String part, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var other : parts(ordinary()).entrySet()) {
                if (!other.getKey().equals(part)) {
                    zip.putNextEntry(new ZipEntry(other.getKey()));
                    zip.write(other.getValue());
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            var out = new java.io.BufferedOutputStream(zip);
            content.writeTo(out);
            out.flush();
        }
        return bytes.toByteArray();
    }

    static byte[] stored(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var part : parts.entrySet()) {
                var crc = new CRC32();
                crc.update(part.getValue());
                var entry = new ZipEntry(part.getKey());
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Only where it is first found, which is the header before the part itself. */
    private static byte[] patched(byte[] file, String from, String to) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var at = text.indexOf(from);
        return (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] damaged(byte[] stored) {
        return patched(stored, "SN-1", "SN-9");
    }

    /** Says everywhere that the part is small. */
    private static byte[] lying(byte[] file, int size) {
        var buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= file.length; at++) {
            if (buffer.getInt(at) == size) {
                buffer.putInt(at, 20_000);
            }
        }
        return file;
    }

    /** The way of the 42 kB file that unpacks to gigabytes: each entry quotes the headers of those that follow. */
    private static byte[] overlapping() {
        var content = new byte[30_000_000];
        var crc = new CRC32();
        crc.update(content);
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        var kernel = new byte[200_000];
        var packed = Arrays.copyOf(kernel, deflater.deflate(kernel));
        deflater.end();
        var out = ByteBuffer.allocate(1_000_000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0);
        out.putInt((int) crc.getValue()).putInt(packed.length).putInt(content.length);
        out.putShort((short) 1).putShort((short) 0).put((byte) 'a').put(packed);
        var directory = out.position();
        for (int i = 0; i < 2; i++) {
            out.putInt(0x02014b50)
                    .putShort((short) 20)
                    .putShort((short) 20)
                    .putShort((short) 0)
                    .putShort((short) 8);
            out.putInt(0).putInt((int) crc.getValue()).putInt(packed.length).putInt(content.length);
            out.putShort((short) 1)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0);
            out.putInt(0).putInt(0).put((byte) ('a' + i));
        }
        var size = out.position() - directory;
        out.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) 2)
                .putShort((short) 2)
                .putInt(size)
                .putInt(directory);
        out.putShort((short) 0);
        return Arrays.copyOf(out.array(), out.position());
    }
}
