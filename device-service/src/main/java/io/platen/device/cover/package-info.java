/** Asks the contracts of a machine what covers it today, and when to ask again (DEV-40). */
@NullMarked
package io.platen.device.cover;

import org.jspecify.annotations.NullMarked;
