@NullMarked
package io.platen.device.machine;

import org.jspecify.annotations.NullMarked;
