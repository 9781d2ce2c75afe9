/** The only way from stored events to published ones. */
@NullMarked
package io.platen.notification.publish;

import org.jspecify.annotations.NullMarked;
