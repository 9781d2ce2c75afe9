/** Load, latency, start: ratios against limits measured in the same run. */
@NullMarked
package io.platen.benchmarks;

import org.jspecify.annotations.NullMarked;
