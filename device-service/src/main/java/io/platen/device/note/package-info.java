/** The two notes on a machine (DEV-09 to DEV-12). */
@NullMarked
package io.platen.device.note;

import org.jspecify.annotations.NullMarked;
