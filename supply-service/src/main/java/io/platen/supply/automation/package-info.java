/** What follows from the other services' events, and from time. */
@NullMarked
package io.platen.supply.automation;

import org.jspecify.annotations.NullMarked;
