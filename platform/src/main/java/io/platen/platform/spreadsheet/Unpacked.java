package io.platen.platform.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of one entry, unpacked only as far as somebody reads and the directory promised. */
final class Unpacked extends InputStream {

    private static final long MIB = 1024 * 1024;
    private static final int CHUNK = 8 * 1024;

    /**
     * No attribute holds an opening bracket, and no cell a text of this length: a parser never has to keep more than this
     * of a part in memory.
     */
    private static final int LONGEST_PIECE = 512 * 1024;

    private final FileChannel file;
    private final ZipDirectory.Entry entry;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteBuffer packed = ByteBuffer.allocate(CHUNK);
    private long position;
    private long left;
    private long count;
    private int piece;

    Unpacked(FileChannel file, ZipDirectory.Entry entry) {
        this.file = file;
        this.entry = entry;
        this.position = entry.dataOffset();
        this.left = entry.packed();
        packed.limit(0);
    }

    static boolean exceedsRatio(long unpacked, long packed, WorkbookLimits limits) {
        return unpacked - MIB > packed * limits.ratio();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var read =
                entry.method() == ZipDirectory.STORED ? copy(buffer, offset, length) : inflate(buffer, offset, length);
        if (read < 0) {
            if (count != entry.unpacked() || crc.getValue() != entry.crc()) {
                throw UnreadableWorkbook.broken(entry.name() + " is damaged");
            }
            return read;
        }
        count += read;
        if (count > entry.unpacked()) {
            throw new UnreadableWorkbook(WorkbookProblem.ZIP_BOMB, entry.name() + " unpacks to more than it says");
        }
        crc.update(buffer, offset, read);
        watchPieces(buffer, offset, read);
        return read;
    }

    /** To the end, so that what nobody looks at is what it promised as well. */
    void skipRest() throws IOException {
        var buffer = new byte[CHUNK];
        while (read(buffer, 0, buffer.length) >= 0) {}
    }

    private void watchPieces(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            piece = buffer[i] == '<' ? 0 : piece + 1;
            if (piece > LONGEST_PIECE && isMarkup) {
                throw new UnreadableWorkbook(WorkbookProblem.TOO_LARGE, entry.name() + " has endless pieces");
            }
        }
    }

    private boolean isMarkup;

    /** From here on, pieces are limited; pictures are not made of them. */
    Unpacked asMarkup() {
        isMarkup = true;
        return this;
    }

    private int copy(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var target = ByteBuffer.wrap(buffer, offset, (int) Math.min(length, left));
        var read = file.read(target, position);
        if (read <= 0) {
            throw new EOFException();
        }
        position += read;
        left -= read;
        return read;
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        try {
            while (true) {
                var read = inflater.inflate(buffer, offset, length);
                if (read > 0) {
                    return read;
                }
                if (inflater.finished()) {
                    if (left > 0 || inflater.getRemaining() > 0) {
                        throw UnreadableWorkbook.broken(entry.name() + " has something behind its end");
                    }
                    return -1;
                }
                if (inflater.needsDictionary() || !refill()) {
                    throw UnreadableWorkbook.broken(entry.name() + " is damaged");
                }
            }
        } catch (DataFormatException e) {
            throw new UnreadableWorkbook(WorkbookProblem.NOT_A_WORKBOOK, entry.name() + " is damaged", e);
        }
    }

    private boolean refill() throws IOException {
        if (left == 0) {
            return false;
        }
        packed.clear().limit((int) Math.min(CHUNK, left));
        var read = file.read(packed, position);
        if (read <= 0) {
            return false;
        }
        position += read;
        left -= read;
        packed.flip();
        inflater.setInput(packed);
        return true;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
