/**
 * The device agent: a small program on the customer's network that reads printers and reports to the platform.
 *
 * <ul>
 *   <li>{@code snmp}: asks a printer and keeps whatever it answers;
 *   <li>{@code printer}: makes counters, supplies and alerts of the answer, by the Printer-MIB (RFC 3805);
 *   <li>{@code report}: numbers the reports, keeps them on disk, and hands them to the platform;
 *   <li>this package: configuration, the polling rhythm, the agent's own health.
 * </ul>
 */
@NullMarked
package io.platen.agent;

import org.jspecify.annotations.NullMarked;
