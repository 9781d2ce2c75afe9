@NullMarked
package io.platen.supply;

import org.jspecify.annotations.NullMarked;
