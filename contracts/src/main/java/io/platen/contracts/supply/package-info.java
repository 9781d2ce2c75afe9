/** Published events of supply-service, version 1. */
@NullMarked
package io.platen.contracts.supply;

import org.jspecify.annotations.NullMarked;
