/** Tests of the agent as a whole and of its configuration. */
@NullMarked
package io.platen.agent;

import org.jspecify.annotations.NullMarked;
