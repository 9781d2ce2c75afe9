@NullMarked
package io.platen.notification.letter;

import org.jspecify.annotations.NullMarked;
