/** Who carries the messages to the mail server, and when. */
@NullMarked
package io.platen.notification.sending;

import org.jspecify.annotations.NullMarked;
