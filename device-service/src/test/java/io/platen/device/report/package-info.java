@NullMarked
package io.platen.device.report;

import org.jspecify.annotations.NullMarked;
