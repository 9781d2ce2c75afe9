/** What a person sees, from the sign-in page to the other party's screen, with every part of the house running. */
@NullMarked
package io.platen.endtoend;

import org.jspecify.annotations.NullMarked;
