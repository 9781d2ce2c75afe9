/** What follows from identity-service's events. */
@NullMarked
package io.platen.ticket.automation;

import org.jspecify.annotations.NullMarked;
