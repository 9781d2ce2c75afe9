/** An Administrator names groups of the machines of his account (DEV-42). */
@NullMarked
package io.platen.device.grouping;

import org.jspecify.annotations.NullMarked;
