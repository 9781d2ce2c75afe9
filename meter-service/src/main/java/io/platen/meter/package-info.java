/**
 * Meter reads. {@code reading} holds the rules, as the aggregate MeterRegister (one per device) and plain values;
 * {@code submit} is the customer's way in; {@code upload} is
 * that for whole workbooks, {@code sheet} their beginning and end; {@code automation} listens to device-service; {@code publish} turns stored
 * events into published ones. The histories that people look at are the gateway's.
 */
@NullMarked
package io.platen.meter;

import org.jspecify.annotations.NullMarked;
