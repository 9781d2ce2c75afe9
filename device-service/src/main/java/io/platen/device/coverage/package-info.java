/** Which contract covers a machine today (DEV-40). */
@NullMarked
package io.platen.device.coverage;

import org.jspecify.annotations.NullMarked;
