/** The only way from stored events to published ones. */
@NullMarked
package io.platen.billing.publish;

import org.jspecify.annotations.NullMarked;
