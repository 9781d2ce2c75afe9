/** Where a device stands. */
@NullMarked
package io.platen.device.relocate;

import org.jspecify.annotations.NullMarked;
