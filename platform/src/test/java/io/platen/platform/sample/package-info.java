/** The smallest service that uses all of the platform, and its tests. */
@NullMarked
package io.platen.platform.sample;

import org.jspecify.annotations.NullMarked;
