@NullMarked
package io.platen.device.group;

import org.jspecify.annotations.NullMarked;
