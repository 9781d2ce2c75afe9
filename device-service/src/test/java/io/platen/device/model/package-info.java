@NullMarked
package io.platen.device.model;

import org.jspecify.annotations.NullMarked;
