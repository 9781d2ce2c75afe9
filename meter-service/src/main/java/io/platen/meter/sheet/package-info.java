/** A file of reads as a whole: taken, refused, or worked off. What its rows say is the registers' business. */
@NullMarked
package io.platen.meter.sheet;

import org.jspecify.annotations.NullMarked;
