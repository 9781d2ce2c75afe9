/** Who looks after which device (DEV-01, DEV-05 to DEV-08). */
@NullMarked
package io.platen.device.assign;

import org.jspecify.annotations.NullMarked;
