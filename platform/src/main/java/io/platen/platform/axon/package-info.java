/** Axon on Spring Boot 4: what its own auto-configuration would choose wrongly, in one place. */
@NullMarked
package io.platen.platform.axon;

import org.jspecify.annotations.NullMarked;
