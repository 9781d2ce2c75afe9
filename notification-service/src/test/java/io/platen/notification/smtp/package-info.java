@NullMarked
package io.platen.notification.smtp;

import org.jspecify.annotations.NullMarked;
