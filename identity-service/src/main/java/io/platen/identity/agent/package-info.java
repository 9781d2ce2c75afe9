/** Device agents: programs at a customer that report devices. */
@NullMarked
package io.platen.identity.agent;

import org.jspecify.annotations.NullMarked;
