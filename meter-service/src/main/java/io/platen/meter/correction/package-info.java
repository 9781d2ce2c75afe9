/** Somebody asks to correct an invoiced read, and a billing clerk decides. */
@NullMarked
package io.platen.meter.correction;

import org.jspecify.annotations.NullMarked;
