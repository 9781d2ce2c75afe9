/** A contract ends before its time (BIL-01). */
@NullMarked
package io.platen.billing.end;

import org.jspecify.annotations.NullMarked;
