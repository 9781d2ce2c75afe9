/** A contract begins to be in force (BIL-01, BIL-02). */
@NullMarked
package io.platen.billing.activate;

import org.jspecify.annotations.NullMarked;
