/** A projection replayed by the platform, beside the plain loop that does the same work. */
@NullMarked
package io.platen.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
