/** A machine comes on an account, leaves it, or is replaced by another (DEV-21, DEV-23, BEY-12). */
@NullMarked
package io.platen.device.transfer;

import org.jspecify.annotations.NullMarked;
