/** Tests of snmp. */
@NullMarked
package io.platen.agent.snmp;

import org.jspecify.annotations.NullMarked;
