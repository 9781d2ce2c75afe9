@NullMarked
package io.platen.benchmarks;

import org.jspecify.annotations.NullMarked;
