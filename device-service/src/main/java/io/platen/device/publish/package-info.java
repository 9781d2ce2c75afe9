/** The only way from stored events to published ones. */
@NullMarked
package io.platen.device.publish;

import org.jspecify.annotations.NullMarked;
