/** The first person. */
@NullMarked
package io.platen.identity.bootstrap;

import org.jspecify.annotations.NullMarked;
