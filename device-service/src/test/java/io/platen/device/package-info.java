@NullMarked
package io.platen.device;

import org.jspecify.annotations.NullMarked;
