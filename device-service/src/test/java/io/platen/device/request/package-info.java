@NullMarked
package io.platen.device.request;

import org.jspecify.annotations.NullMarked;
