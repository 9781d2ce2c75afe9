/** What other services tell, and whom it concerns. */
@NullMarked
package io.platen.notification.automation;

import org.jspecify.annotations.NullMarked;
