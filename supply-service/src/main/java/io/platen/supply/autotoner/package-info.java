/** Whether low toner of a device ships by itself, and what has been sent for each colour. */
@NullMarked
package io.platen.supply.autotoner;

import org.jspecify.annotations.NullMarked;
