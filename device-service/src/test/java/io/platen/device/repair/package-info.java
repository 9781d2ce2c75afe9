@NullMarked
package io.platen.device.repair;

import org.jspecify.annotations.NullMarked;
