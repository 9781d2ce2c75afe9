@NullMarked
package io.platen.meter.schedule;

import org.jspecify.annotations.NullMarked;
