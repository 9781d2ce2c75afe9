/** The words of refusals. */
@NullMarked
package io.platen.platform.problem;

import org.jspecify.annotations.NullMarked;
