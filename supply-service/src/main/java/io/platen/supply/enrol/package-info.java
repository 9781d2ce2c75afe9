/** Taking a device into automatic toner, changing its label, taking it out. */
@NullMarked
package io.platen.supply.enrol;

import org.jspecify.annotations.NullMarked;
