/** Turns the shipments that an enrolment decides on into orders, and asks it for what staff order by hand. */
@NullMarked
package io.platen.supply.place;

import org.jspecify.annotations.NullMarked;
