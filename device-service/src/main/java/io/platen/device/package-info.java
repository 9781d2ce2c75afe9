/**
 * The machines of the customers. Domain: {@code model}, {@code machine}, {@code assignment}, {@code request}, {@code group},
 * {@code coverage}, {@code repair}. Use cases: {@code register} (models, devices), {@code relocate}, {@code note},
 * {@code assign} (who looks after what), {@code ask} (machines of others), {@code transfer} (on and off an account,
 * replaced), {@code grouping}, {@code monitor}, {@code cover}, {@code report} (device agents). {@code automation} follows
 * identity-service, billing-service and ticket-service, and the clock; {@code publish} turns stored events into published
 * ones.
 */
@NullMarked
package io.platen.device;

import org.jspecify.annotations.NullMarked;
