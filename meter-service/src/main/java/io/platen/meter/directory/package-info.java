/** What a decision has to look up. */
@NullMarked
package io.platen.meter.directory;

import org.jspecify.annotations.NullMarked;
