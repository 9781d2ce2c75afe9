/** What a decision has to look up: tables written in the transaction of the event they follow from. */
@NullMarked
package io.platen.supply.directory;

import org.jspecify.annotations.NullMarked;
