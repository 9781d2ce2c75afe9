package io.platen.platform.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that came from outside. Everything in it is looked at, within limits, before the first row is given; what is
 * not harmless refuses the whole. The file waits in a temporary one, which {@link #close} deletes; nobody opens a second
 * one before that.
 */
public final class BoundedWorkbook implements AutoCloseable {

    /** A sheet of the workbook. */
    public record SheetInfo(String name, boolean hidden) {}

    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);

    /** What a spreadsheet calculates with. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LARGEST_EXPONENT = 310;

    /** What of a workbook has to be held in memory is held of so many at once; the others wait on the disk. */
    private static final Semaphore READERS = new Semaphore(2, true);

    private final Path file;
    private final ReadableWorkbook workbook;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private BoundedWorkbook(Path file, ReadableWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    /**
     * Reads the stream to its end or its limit; it stays open.
     *
     * @throws UnreadableWorkbook where it is refused
     * @throws IOException where the stream or our disk fails
     */
    public static BoundedWorkbook open(InputStream bytes, WorkbookLimits limits) throws IOException {
        var file = Files.createTempFile("upload-", ".xlsx");
        var reading = false;
        try {
            keep(bytes, file, limits);
            READERS.acquireUninterruptibly();
            reading = true;
            boolean formatted;
            try (var channel = FileChannel.open(file)) {
                formatted = WorkbookScan.of(channel, limits);
            }
            var workbook = read(() -> new ReadableWorkbook(file.toFile(), new ReadingOptions(formatted, true)));
            return new BoundedWorkbook(file, workbook);
        } catch (IOException | RuntimeException | Error e) {
            if (reading) {
                READERS.release();
            }
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void keep(InputStream bytes, Path file, WorkbookLimits limits) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[16 * 1024];
            long count = 0;
            for (int read; (read = bytes.read(buffer)) >= 0; ) {
                if (count == 0
                        && read >= OLE2.length
                        && java.util.Arrays.equals(buffer, 0, OLE2.length, OLE2, 0, OLE2.length)) {
                    throw UnreadableWorkbook.broken("of an older program, or encrypted");
                }
                count += read;
                if (count > limits.fileBytes()) {
                    throw new UnreadableWorkbook(
                            WorkbookProblem.TOO_LARGE, "more than " + limits.fileBytes() + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    public List<SheetInfo> sheets() {
        return workbook.getSheets()
                .map(sheet -> new SheetInfo(sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE))
                .toList();
    }

    /**
     * The rows that the file holds, in their order; those without any cell may be missing. To be closed.
     *
     * @throws IllegalArgumentException where there is no such sheet
     */
    public Stream<SheetRow> rows(String sheet) throws IOException {
        var found = workbook.findSheet(sheet).orElseThrow(() -> new IllegalArgumentException("No sheet " + sheet));
        var rows = read(found::openStream);
        var guarded = Spliterators.spliteratorUnknownSize(
                new Guarded(rows.iterator()), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(guarded, false).onClose(rows::close);
    }

    @Override
    public void close() throws IOException {
        if (!open.getAndSet(false)) {
            return;
        }
        try {
            workbook.close();
        } finally {
            READERS.release();
            Files.deleteIfExists(file);
        }
    }

    private final class Guarded implements Iterator<SheetRow> {

        private final Iterator<Row> rows;

        Guarded(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return guarded(rows::hasNext);
        }

        @Override
        public SheetRow next() {
            return guarded(() -> row(rows.next()));
        }
    }

    private SheetRow row(Row row) {
        var cells = new ArrayList<SheetCell>(row.getCellCount());
        for (@Nullable Cell cell : row) {
            cells.add(cell == null ? SheetCell.Blank.CELL : cell(cell));
        }
        return new SheetRow(row.getRowNum(), cells, workbook.isDate1904() ? DAY_ZERO_OF_1904 : DAY_ZERO);
    }

    private static SheetCell cell(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> SheetCell.Blank.CELL;
            case STRING, FORMULA -> text(cell.getText()); // the latter a text that was calculated elsewhere
            case BOOLEAN -> cell.getValue() == null ? SheetCell.Blank.CELL : new SheetCell.Bool(cell.asBoolean());
            case ERROR -> new SheetCell.Fault(cell.getRawValue() == null ? "" : cell.getRawValue());
            case NUMBER -> number(cell);
        };
    }

    private static SheetCell text(String stored) {
        var text = CellText.loaded(stored);
        return text.isBlank() ? SheetCell.Blank.CELL : new SheetCell.Text(text);
    }

    private static SheetCell number(Cell cell) {
        var value = cell.asNumber();
        if (value.signum() == 0) {
            value = BigDecimal.ZERO;
        } else if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
            return new SheetCell.Fault(cell.getRawValue());
        }
        if (DateFormats.isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            return time(cell).<SheetCell>map(time -> time).orElseGet(() -> new SheetCell.Fault(cell.getRawValue()));
        }
        var rounded = value.round(DIGITS).stripTrailingZeros();
        return new SheetCell.Numeric(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private static Optional<SheetCell.Time> time(Cell cell) {
        try {
            var time = cell.asDate();
            return time.getYear() >= 1900 && time.getYear() <= 9999
                    ? Optional.of(new SheetCell.Time(time))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        return guarded(() -> {
            try {
                return reading.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The file is ours by now and was looked at: whatever the reader stumbles over lies in its contents. */
    private static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableWorkbook refused) {
            throw refused;
        } catch (RuntimeException e) {
            throw new UnreadableWorkbook(WorkbookProblem.NOT_A_WORKBOOK, "cannot be read", e);
        }
    }
}
