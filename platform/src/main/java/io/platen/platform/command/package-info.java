/** Commands over HTTP: once per key, in one transaction, with the position a reader may wait for. */
@NullMarked
package io.platen.platform.command;

import org.jspecify.annotations.NullMarked;
