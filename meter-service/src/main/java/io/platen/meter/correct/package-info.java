/** MET-11, MET-26 to MET-30: a correction is asked for, and decided. */
@NullMarked
package io.platen.meter.correct;

import org.jspecify.annotations.NullMarked;
