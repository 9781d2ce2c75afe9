/** What a decision has to look up: tickets as they are found, people of customers and of the vendor. */
@NullMarked
package io.platen.ticket.directory;

import org.jspecify.annotations.NullMarked;
