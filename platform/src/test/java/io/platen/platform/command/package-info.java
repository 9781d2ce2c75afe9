@NullMarked
package io.platen.platform.command;

import org.jspecify.annotations.NullMarked;
