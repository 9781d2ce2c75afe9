@NullMarked
package io.platen.device.agent;

import org.jspecify.annotations.NullMarked;
