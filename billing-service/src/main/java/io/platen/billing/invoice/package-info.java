/** Invoices, in plain Java: no Spring, no database. */
@NullMarked
package io.platen.billing.invoice;

import org.jspecify.annotations.NullMarked;
