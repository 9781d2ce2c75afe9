/** Publication against a real PostgreSQL and a real broker. */
@NullMarked
package io.platen.platform.publish;

import org.jspecify.annotations.NullMarked;
