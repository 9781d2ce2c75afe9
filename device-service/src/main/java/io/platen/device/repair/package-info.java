/** What the open tickets say about whether a machine can be worked with (DEV-35). */
@NullMarked
package io.platen.device.repair;

import org.jspecify.annotations.NullMarked;
