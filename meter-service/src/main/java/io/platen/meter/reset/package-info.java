/** A counter is replaced or set back. */
@NullMarked
package io.platen.meter.reset;

import org.jspecify.annotations.NullMarked;
