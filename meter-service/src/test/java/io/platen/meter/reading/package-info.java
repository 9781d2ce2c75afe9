@NullMarked
package io.platen.meter.reading;

import org.jspecify.annotations.NullMarked;
