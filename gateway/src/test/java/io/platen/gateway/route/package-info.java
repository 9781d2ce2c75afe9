@NullMarked
package io.platen.gateway.route;

import org.jspecify.annotations.NullMarked;
