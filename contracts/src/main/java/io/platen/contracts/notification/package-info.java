/** Published events of notification-service, version 1. */
@NullMarked
package io.platen.contracts.notification;

import org.jspecify.annotations.NullMarked;
