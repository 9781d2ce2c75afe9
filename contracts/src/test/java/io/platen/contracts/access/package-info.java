/** Tests. */
@NullMarked
package io.platen.contracts.access;

import org.jspecify.annotations.NullMarked;
