/** What each device uses under its contract, read by read, in plain Java: no Spring, no database. */
@NullMarked
package io.platen.billing.usage;

import org.jspecify.annotations.NullMarked;
