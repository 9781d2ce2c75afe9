@NullMarked
package io.platen.ticket;

import org.jspecify.annotations.NullMarked;
