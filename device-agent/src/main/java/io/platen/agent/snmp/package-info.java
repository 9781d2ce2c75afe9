/** Asking a printer by SNMP, however badly it answers. */
@NullMarked
package io.platen.agent.snmp;

import org.jspecify.annotations.NullMarked;
