@NullMarked
package io.platen.meter.publish;

import org.jspecify.annotations.NullMarked;
