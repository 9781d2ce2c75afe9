/** Workbooks of reads, from the file to the registers. */
@NullMarked
package io.platen.meter.upload;

import org.jspecify.annotations.NullMarked;
