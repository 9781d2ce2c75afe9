/** Reads that somebody, or the system itself, has doubts about are looked into. */
@NullMarked
package io.platen.meter.investigation;

import org.jspecify.annotations.NullMarked;
