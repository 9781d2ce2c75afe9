/** Axon as Spring Boot starts it here. */
@NullMarked
package io.platen.platform.axon;

import org.jspecify.annotations.NullMarked;
