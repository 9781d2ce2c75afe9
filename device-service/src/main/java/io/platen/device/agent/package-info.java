/** Device agents: how each of them is, and what of that is worth telling (BEY-01). */
@NullMarked
package io.platen.device.agent;

import org.jspecify.annotations.NullMarked;
