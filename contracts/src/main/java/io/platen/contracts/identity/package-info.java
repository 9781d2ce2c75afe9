/** Published events of identity-service, version 1. */
@NullMarked
package io.platen.contracts.identity;

import org.jspecify.annotations.NullMarked;
