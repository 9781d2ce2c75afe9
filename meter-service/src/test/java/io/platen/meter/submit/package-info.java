@NullMarked
package io.platen.meter.submit;

import org.jspecify.annotations.NullMarked;
