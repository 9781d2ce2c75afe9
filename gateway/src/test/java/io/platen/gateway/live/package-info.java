@NullMarked
package io.platen.gateway.live;

import org.jspecify.annotations.NullMarked;
