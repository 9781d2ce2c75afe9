/**
 * MET-18 to MET-22: many reads in one workbook. {@code UploadedWorkbook} understands the file or refuses it as a whole,
 * {@code Uploads} keeps its rows, {@code UploadWork} has the registers decide them, each alone.
 */
@NullMarked
package io.platen.meter.upload;

import org.jspecify.annotations.NullMarked;
