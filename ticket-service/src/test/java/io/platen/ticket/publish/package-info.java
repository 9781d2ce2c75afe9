@NullMarked
package io.platen.ticket.publish;

import org.jspecify.annotations.NullMarked;
