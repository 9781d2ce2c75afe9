/** What follows from identity-service's events. */
@NullMarked
package io.platen.device.automation;

import org.jspecify.annotations.NullMarked;
