/** What follows from identity-service's events, and from time. */
@NullMarked
package io.platen.ticket.automation;

import org.jspecify.annotations.NullMarked;
