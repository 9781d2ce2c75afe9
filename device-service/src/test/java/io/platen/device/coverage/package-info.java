@NullMarked
package io.platen.device.coverage;

import org.jspecify.annotations.NullMarked;
