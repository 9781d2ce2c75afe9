/**
 * Printers without printers: walks of real ones replayed by SNMP ({@link io.platen.localstack.printers.WalkReplay}),
 * and a dozen of our own making that print and use toner as time passes ({@link
 * io.platen.localstack.printers.SimulatedPrinters}). All listen on loopback only.
 */
@NullMarked
package io.platen.localstack.printers;

import org.jspecify.annotations.NullMarked;
