/** What every published event has. */
@NullMarked
package io.platen.contracts.event;

import org.jspecify.annotations.NullMarked;
