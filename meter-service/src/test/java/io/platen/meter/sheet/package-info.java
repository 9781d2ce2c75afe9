/** A file of reads as a whole. */
@NullMarked
package io.platen.meter.sheet;

import org.jspecify.annotations.NullMarked;
