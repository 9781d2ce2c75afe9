/** What the register does by itself when device-service tells something. */
@NullMarked
package io.platen.meter.automation;

import org.jspecify.annotations.NullMarked;
