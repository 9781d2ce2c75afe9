/** Who calls, and what a handler asks of the caller. */
@NullMarked
package io.platen.platform.security;

import org.jspecify.annotations.NullMarked;
