@NullMarked
package io.platen.notification.delivery;

import org.jspecify.annotations.NullMarked;
