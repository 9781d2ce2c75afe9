/** What follows from the other services' events, and from time. */
@NullMarked
package io.platen.device.automation;

import org.jspecify.annotations.NullMarked;
