/** One parcel of supplies from placing to delivery. */
@NullMarked
package io.platen.supply.order;

import org.jspecify.annotations.NullMarked;
