@NullMarked
package io.platen.meter;

import org.jspecify.annotations.NullMarked;
