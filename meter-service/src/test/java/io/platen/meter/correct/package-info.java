@NullMarked
package io.platen.meter.correct;

import org.jspecify.annotations.NullMarked;
