package io.platen.platform.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a workbook of any length: only the newest rows of a sheet are in memory, the rest waits in temporary files that
 * {@link #close} deletes. No macros, no formulas, no links.
 */
public final class WorkbookWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, false, false);
    private final CellStyles styles = new CellStyles(book);
    private final List<SheetWriter> sheets = new ArrayList<>();

    public WorkbookWriter() {
        book.setZip64Mode(Zip64Mode.AsNeeded); // not every reader knows it
        book.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("Platen");
    }

    /** @param layout the header is written at once */
    public SheetWriter sheet(SheetLayout layout) {
        var sheet = new SheetWriter(book, styles, layout);
        sheets.add(sheet);
        return sheet;
    }

    /** Once, when all rows are there; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        sheets.forEach(SheetWriter::finish);
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
