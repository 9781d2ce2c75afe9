/** Whether a machine may be replenished automatically, as far as its model goes (DEV-33, DEV-39). */
@NullMarked
package io.platen.device.monitor;

import org.jspecify.annotations.NullMarked;
