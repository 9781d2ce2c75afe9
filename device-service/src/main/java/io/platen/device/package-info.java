/**
 * The machines of the customers. Domain: {@code model}, {@code machine}, {@code assignment}. Use cases: {@code register}
 * (models, devices), {@code relocate}, {@code assign} (who looks after what), {@code report} (device agents).
 * {@code automation} follows identity-service; {@code publish} turns stored events into published ones.
 */
@NullMarked
package io.platen.device;

import org.jspecify.annotations.NullMarked;
