/** What decisions look up, beside the events and in their transaction. */
@NullMarked
package io.platen.billing.directory;

import org.jspecify.annotations.NullMarked;
