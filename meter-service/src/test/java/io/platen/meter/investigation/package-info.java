@NullMarked
package io.platen.meter.investigation;

import org.jspecify.annotations.NullMarked;
