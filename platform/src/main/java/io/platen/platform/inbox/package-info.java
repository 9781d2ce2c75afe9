/** What other services tell: each event has its effect once for each consumer, or becomes a dead letter. */
@NullMarked
package io.platen.platform.inbox;

import org.jspecify.annotations.NullMarked;
