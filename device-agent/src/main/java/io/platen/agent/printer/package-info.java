/** What a printer's answer means: the Printer-MIB (RFC 3805) and the makers' own page counters. */
@NullMarked
package io.platen.agent.printer;

import org.jspecify.annotations.NullMarked;
