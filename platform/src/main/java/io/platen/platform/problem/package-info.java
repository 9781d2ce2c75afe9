/** Every refusal as application/problem+json, in the reader's language. */
@NullMarked
package io.platen.platform.problem;

import org.jspecify.annotations.NullMarked;
