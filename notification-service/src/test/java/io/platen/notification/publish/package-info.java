@NullMarked
package io.platen.notification.publish;

import org.jspecify.annotations.NullMarked;
