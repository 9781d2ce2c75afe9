/**
 * Spreadsheets (xlsx), written for people and read from strangers. {@link io.platen.platform.spreadsheet.WorkbookWriter}
 * streams rows out, {@link io.platen.platform.spreadsheet.BoundedWorkbook} reads them within limits.
 *
 * <p>A service that uses it names poi-ooxml or fastexcel-reader among its own dependencies; the others do not carry them.
 */
@NullMarked
package io.platen.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
