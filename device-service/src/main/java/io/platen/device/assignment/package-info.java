/** Who looks after which machine. */
@NullMarked
package io.platen.device.assignment;

import org.jspecify.annotations.NullMarked;
