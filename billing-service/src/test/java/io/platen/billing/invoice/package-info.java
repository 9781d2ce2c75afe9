@NullMarked
package io.platen.billing.invoice;

import org.jspecify.annotations.NullMarked;
