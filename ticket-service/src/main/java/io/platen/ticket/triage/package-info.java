/** The desk gives priority and specialist. */
@NullMarked
package io.platen.ticket.triage;

import org.jspecify.annotations.NullMarked;
