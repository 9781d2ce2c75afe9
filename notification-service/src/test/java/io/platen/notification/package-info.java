@NullMarked
package io.platen.notification;

import org.jspecify.annotations.NullMarked;
