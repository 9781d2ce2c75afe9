/** What can be found in the logs. */
@NullMarked
package io.platen.platform.observability;

import org.jspecify.annotations.NullMarked;
