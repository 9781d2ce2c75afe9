/** Published events of ticket-service, version 1. */
@NullMarked
package io.platen.contracts.ticket;

import org.jspecify.annotations.NullMarked;
