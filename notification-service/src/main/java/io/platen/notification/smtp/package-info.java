/** The mail server, and what is known of a mail after it was spoken to. */
@NullMarked
package io.platen.notification.smtp;

import org.jspecify.annotations.NullMarked;
