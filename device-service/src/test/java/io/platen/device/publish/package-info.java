@NullMarked
package io.platen.device.publish;

import org.jspecify.annotations.NullMarked;
