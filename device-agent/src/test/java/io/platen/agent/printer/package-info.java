/** Tests of printer. */
@NullMarked
package io.platen.agent.printer;

import org.jspecify.annotations.NullMarked;
