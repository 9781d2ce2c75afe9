/** A customer hands in a read over HTTP. */
@NullMarked
package io.platen.meter.submit;

import org.jspecify.annotations.NullMarked;
