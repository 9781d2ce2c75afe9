/** A service that is none, for the rules to fail on. */
@NullMarked
package io.platen.pretended.other;

import org.jspecify.annotations.NullMarked;
