@NullMarked
package io.platen.ticket.life;

import org.jspecify.annotations.NullMarked;
