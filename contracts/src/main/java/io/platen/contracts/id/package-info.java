/** Identifiers are types. */
@NullMarked
package io.platen.contracts.id;

import org.jspecify.annotations.NullMarked;
