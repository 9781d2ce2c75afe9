@NullMarked
package io.platen.gateway.read;

import org.jspecify.annotations.NullMarked;
