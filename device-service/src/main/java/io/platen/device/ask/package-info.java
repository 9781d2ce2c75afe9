/** A user validates a serial number and asks for the machine; the web administrator decides (DEV-17 to DEV-22). */
@NullMarked
package io.platen.device.ask;

import org.jspecify.annotations.NullMarked;
