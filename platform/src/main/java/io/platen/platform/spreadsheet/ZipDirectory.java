package io.platen.platform.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The entries of an archive, read before anything is unpacked. Whatever two readers could understand in different ways is
 * refused: gaps, overlaps, headers that contradict the directory, names that are there twice or lead elsewhere.
 */
final class ZipDirectory {

    /** @param dataOffset where the packed bytes begin */
    record Entry(String name, int method, long crc, long packed, long unpacked, long dataOffset) {}

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;

    private static final int LOCAL_LENGTH = 30;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final int ENCRYPTED = 1;
    private static final int WITH_DESCRIPTOR = 1 << 3;
    private static final int STRONGLY_ENCRYPTED = 1 << 6;

    /** May rename the entry for some readers. */
    private static final int UNICODE_PATH = 0x7075;

    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7E&&[^\\\\:*?\"<>|]]+");

    private final FileChannel file;
    private final WorkbookLimits limits;

    private ZipDirectory(FileChannel file, WorkbookLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** @throws UnreadableWorkbook where this is no archive, or one that is not to be unpacked */
    static List<Entry> of(FileChannel file, WorkbookLimits limits) throws IOException {
        return new ZipDirectory(file, limits).entries();
    }

    private List<Entry> entries() throws IOException {
        var end = endOfDirectory();
        var count = end.getShort(10) & 0xFFFF;
        var size = end.getInt(12) & 0xFFFFFFFFL;
        var offset = end.getInt(16) & 0xFFFFFFFFL;
        require(end.getInt(4) == 0 && (end.getShort(8) & 0xFFFF) == count, "several disks");
        require(offset + size == endOffset, "the directory does not lie before its end");
        if (count > limits.entries()) {
            throw new UnreadableWorkbook(WorkbookProblem.TOO_LARGE, count + " entries");
        }
        var directory = read(offset, Math.toIntExact(size));
        var entries = new ArrayList<Entry>();
        Set<String> names = new HashSet<>();
        long expected = 0;
        long total = 0;
        for (int i = 0; i < count; i++) {
            require(directory.remaining() >= DIRECTORY_LENGTH, "the directory is cut off");
            var at = directory.position();
            require(directory.getInt(at) == DIRECTORY_HEADER, "no entry of the directory");
            var header = entry(directory, at);
            var name = header.name;
            require(names.add(name.toLowerCase(Locale.ROOT)), "twice in the archive: " + name);
            requireOrdinary(name);
            total += header.unpacked;
            requireWithin(header, total);
            // the order of the directory is the order of the file, as every writer does it
            if (header.offset < expected) {
                throw new UnreadableWorkbook(WorkbookProblem.ZIP_BOMB, "entries overlap");
            }
            require(header.offset == expected, "a gap between entries");
            var dataOffset = dataOffset(header);
            expected = endOf(header, dataOffset);
            if (expected > offset) {
                throw new UnreadableWorkbook(WorkbookProblem.ZIP_BOMB, "an entry overlaps the directory");
            }
            entries.add(new Entry(name, header.method, header.crc, header.packed, header.unpacked, dataOffset));
        }
        require(!directory.hasRemaining(), "more in the directory than its entries");
        require(expected == offset, "a gap before the directory");
        return entries;
    }

    private long endOffset;

    private ByteBuffer endOfDirectory() throws IOException {
        var length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        require(length >= END_LENGTH, "shorter than any archive");
        var tail = read(file.size() - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_OF_DIRECTORY) {
                require(at + END_LENGTH + (tail.getShort(at + 20) & 0xFFFF) == length, "something behind the archive");
                endOffset = file.size() - length + at;
                return tail.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw UnreadableWorkbook.broken("no archive, or one that is cut off");
    }

    private record Header(String name, int flags, int method, long crc, long packed, long unpacked, long offset) {}

    /** Leaves the buffer behind the entry. */
    private static Header entry(ByteBuffer directory, int at) {
        var nameLength = directory.getShort(at + 28) & 0xFFFF;
        var extraLength = directory.getShort(at + 30) & 0xFFFF;
        var commentLength = directory.getShort(at + 32) & 0xFFFF;
        var next = at + DIRECTORY_LENGTH + nameLength + extraLength + commentLength;
        require(next <= directory.limit(), "the directory is cut off");
        var header = new Header(
                text(directory, at + DIRECTORY_LENGTH, nameLength),
                directory.getShort(at + 8) & 0xFFFF,
                directory.getShort(at + 10) & 0xFFFF,
                directory.getInt(at + 16) & 0xFFFFFFFFL,
                directory.getInt(at + 20) & 0xFFFFFFFFL,
                directory.getInt(at + 24) & 0xFFFFFFFFL,
                directory.getInt(at + 42) & 0xFFFFFFFFL);
        requireNoOtherName(directory, at + DIRECTORY_LENGTH + nameLength, extraLength);
        require(directory.getShort(at + 34) == 0, "several disks");
        require((header.flags & (ENCRYPTED | STRONGLY_ENCRYPTED)) == 0, "encrypted");
        require(header.method == STORED || header.method == DEFLATED, "packed by method " + header.method);
        require(header.method == DEFLATED || header.packed == header.unpacked, "not packed, yet of another size");
        directory.position(next);
        return header;
    }

    private long dataOffset(Header header) throws IOException {
        var local = read(header.offset, LOCAL_LENGTH);
        require(local.getInt(0) == LOCAL_HEADER, "no header of " + header.name);
        var flags = local.getShort(6) & 0xFFFF;
        var nameLength = local.getShort(26) & 0xFFFF;
        var extraLength = local.getShort(28) & 0xFFFF;
        var variable = read(header.offset + LOCAL_LENGTH, nameLength + extraLength);
        require(
                flags == header.flags
                        && (local.getShort(8) & 0xFFFF) == header.method
                        && text(variable, 0, nameLength).equals(header.name),
                "the header contradicts the directory: " + header.name);
        requireNoOtherName(variable, nameLength, extraLength);
        var crc = local.getInt(14) & 0xFFFFFFFFL;
        var packed = local.getInt(18) & 0xFFFFFFFFL;
        var unpacked = local.getInt(22) & 0xFFFFFFFFL;
        var told = crc == header.crc && packed == header.packed && unpacked == header.unpacked;
        var toldLater = (flags & WITH_DESCRIPTOR) != 0 && crc == 0 && packed == 0 && unpacked == 0;
        require(told || toldLater, "the header contradicts the directory: " + header.name);
        return header.offset + LOCAL_LENGTH + nameLength + extraLength;
    }

    private long endOf(Header header, long dataOffset) throws IOException {
        var end = dataOffset + header.packed;
        if ((header.flags & WITH_DESCRIPTOR) == 0) {
            return end;
        }
        var descriptor = read(end, 16);
        var begin = descriptor.getInt(0) == DESCRIPTOR ? 4 : 0;
        require(
                (descriptor.getInt(begin) & 0xFFFFFFFFL) == header.crc
                        && (descriptor.getInt(begin + 4) & 0xFFFFFFFFL) == header.packed
                        && (descriptor.getInt(begin + 8) & 0xFFFFFFFFL) == header.unpacked,
                "the descriptor contradicts the directory: " + header.name);
        return end + begin + 12;
    }

    private void requireWithin(Header header, long total) {
        if (header.unpacked > limits.sheetBytes() || total > limits.totalBytes()) {
            throw new UnreadableWorkbook(WorkbookProblem.ZIP_BOMB, header.name + " unpacks to " + header.unpacked);
        }
        if (Unpacked.exceedsRatio(header.unpacked, header.packed, limits)) {
            throw new UnreadableWorkbook(
                    WorkbookProblem.ZIP_BOMB,
                    header.name + " unpacks from " + header.packed + " to " + header.unpacked);
        }
    }

    private static void requireOrdinary(String name) {
        require(NAME.matcher(name).matches() && !name.startsWith("/"), "no name of a part");
        for (var folder : name.split("/", -1)) {
            require(!folder.equals("..") && !folder.equals("."), "a name that leads elsewhere: " + name);
        }
    }

    private static void requireNoOtherName(ByteBuffer extras, int from, int length) {
        var at = from;
        while (at + 4 <= from + length) {
            require((extras.getShort(at) & 0xFFFF) != UNICODE_PATH, "an entry with two names");
            at += 4 + (extras.getShort(at + 2) & 0xFFFF);
        }
    }

    private static String text(ByteBuffer buffer, int at, int length) {
        var bytes = new byte[length];
        buffer.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        require(offset >= 0 && offset + length <= file.size(), "the archive is cut off");
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            require(file.read(buffer, offset + buffer.position()) > 0, "the archive is cut off");
        }
        return buffer.flip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw UnreadableWorkbook.broken(otherwise);
        }
    }
}
