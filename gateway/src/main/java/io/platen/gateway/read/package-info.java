/** What people read from the view, each within his rights. */
@NullMarked
package io.platen.gateway.read;

import org.jspecify.annotations.NullMarked;
