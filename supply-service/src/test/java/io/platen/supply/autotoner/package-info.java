@NullMarked
package io.platen.supply.autotoner;

import org.jspecify.annotations.NullMarked;
