/** The outcome of a message: one, and for good. */
@NullMarked
package io.platen.notification.delivery;

import org.jspecify.annotations.NullMarked;
