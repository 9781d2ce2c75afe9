/** Named groups of machines of an account (DEV-42). */
@NullMarked
package io.platen.device.group;

import org.jspecify.annotations.NullMarked;
