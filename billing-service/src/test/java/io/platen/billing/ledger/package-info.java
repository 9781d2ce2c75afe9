@NullMarked
package io.platen.billing.ledger;

import org.jspecify.annotations.NullMarked;
