/** The reads that meter-service accepted, kept as they came. */
@NullMarked
package io.platen.billing.ledger;

import org.jspecify.annotations.NullMarked;
