/**
 * Toner that ships by itself, or because staff ordered it. Domain: {@code autotoner} (who is in the programme, which low mark leads to a shipment),
 * {@code order} (what is sent). Use cases: {@code enrol}, {@code place}, {@code fulfil}. {@code automation} follows
 * device-service, identity-service and the clock; {@code publish} turns stored events into published ones.
 */
@NullMarked
package io.platen.supply;

import org.jspecify.annotations.NullMarked;
