@NullMarked
package io.platen.gateway;

import org.jspecify.annotations.NullMarked;
