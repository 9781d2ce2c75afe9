/** Tests. */
@NullMarked
package io.platen.contracts.event;

import org.jspecify.annotations.NullMarked;
