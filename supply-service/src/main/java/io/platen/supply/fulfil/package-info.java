/** The vendor sends an order and notes its arrival. */
@NullMarked
package io.platen.supply.fulfil;

import org.jspecify.annotations.NullMarked;
