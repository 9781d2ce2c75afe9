/** The rules of contracts and of what usage costs, in plain Java: no Spring, no database. */
@NullMarked
package io.platen.billing.contract;

import org.jspecify.annotations.NullMarked;
