@NullMarked
package io.platen.supply.order;

import org.jspecify.annotations.NullMarked;
