@NullMarked
package io.platen.meter.reset;

import org.jspecify.annotations.NullMarked;
