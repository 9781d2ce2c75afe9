/** The only mapping from what is stored to what is told. */
@NullMarked
package io.platen.meter.publish;

import org.jspecify.annotations.NullMarked;
