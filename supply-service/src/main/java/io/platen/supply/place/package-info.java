/** Turns the shipments that an enrolment decides on into orders. */
@NullMarked
package io.platen.supply.place;

import org.jspecify.annotations.NullMarked;
