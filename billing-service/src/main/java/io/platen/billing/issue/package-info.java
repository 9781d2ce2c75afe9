/** The usage of a period becomes an invoice (BIL-03). */
@NullMarked
package io.platen.billing.issue;

import org.jspecify.annotations.NullMarked;
