package io.platen.platform.spreadsheet;

/**
 * How much of a stranger's workbook is looked at.
 *
 * @param fileBytes of the file itself
 * @param entries in its archive
 * @param sheetBytes of one sheet, unpacked; its rows are streamed
 * @param partBytes of any other part, unpacked; shared texts are held in memory
 * @param totalBytes of all parts, unpacked
 * @param ratio how much larger than packed a part may be, beyond its first megabyte
 * @param rows of a sheet, with its header
 * @param columns of a sheet
 * @param cellLength of a text, in characters
 * @param sharedTexts that cells may share
 */
public record WorkbookLimits(
        long fileBytes,
        int entries,
        long sheetBytes,
        long partBytes,
        long totalBytes,
        int ratio,
        int rows,
        int columns,
        int cellLength,
        int sharedTexts) {

    private static final long MIB = 1024 * 1024;

    /** An upload with this many rows and columns. */
    public static WorkbookLimits of(int rows, int columns) {
        return new WorkbookLimits(10 * MIB, 200, 48 * MIB, 6 * MIB, 64 * MIB, 100, rows, columns, 2_000, 150_000);
    }
}
