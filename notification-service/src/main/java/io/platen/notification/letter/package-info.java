/** A message in the words of its reader. */
@NullMarked
package io.platen.notification.letter;

import org.jspecify.annotations.NullMarked;
