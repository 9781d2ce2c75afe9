/** One correlation id through requests, logs and events. */
@NullMarked
package io.platen.platform.observability;

import org.jspecify.annotations.NullMarked;
