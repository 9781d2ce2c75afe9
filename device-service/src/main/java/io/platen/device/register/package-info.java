/** Registering models and devices (DEV-39, DEV-41). */
@NullMarked
package io.platen.device.register;

import org.jspecify.annotations.NullMarked;
