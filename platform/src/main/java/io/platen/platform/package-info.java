/** x */
@NullMarked
package io.platen.platform;

import org.jspecify.annotations.NullMarked;
