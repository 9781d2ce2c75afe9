/** People, accounts and devices, followed from identity and device. */
@NullMarked
package io.platen.notification.directory;

import org.jspecify.annotations.NullMarked;
