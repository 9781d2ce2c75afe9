/** The machine itself: where it stands and what it tells of itself. */
@NullMarked
package io.platen.device.machine;

import org.jspecify.annotations.NullMarked;
