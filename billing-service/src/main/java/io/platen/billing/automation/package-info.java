/** What follows from meter-service's events. */
@NullMarked
package io.platen.billing.automation;

import org.jspecify.annotations.NullMarked;
