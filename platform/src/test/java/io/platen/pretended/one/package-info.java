/** A service that is none, for the rules to fail on. */
@NullMarked
package io.platen.pretended.one;

import org.jspecify.annotations.NullMarked;
