@NullMarked
package io.platen.meter.correction;

import org.jspecify.annotations.NullMarked;
