@NullMarked
package io.platen.supply.publish;

import org.jspecify.annotations.NullMarked;
