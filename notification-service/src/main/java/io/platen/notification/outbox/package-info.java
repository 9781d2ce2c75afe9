/** The messages that are to go out, each at most once. */
@NullMarked
package io.platen.notification.outbox;

import org.jspecify.annotations.NullMarked;
