@NullMarked
package io.platen.supply.enrol;

import org.jspecify.annotations.NullMarked;
