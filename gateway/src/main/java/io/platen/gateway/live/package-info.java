/** The live stream: every change of the view, in the order it was committed, to those who may see it. */
@NullMarked
package io.platen.gateway.live;

import org.jspecify.annotations.NullMarked;
