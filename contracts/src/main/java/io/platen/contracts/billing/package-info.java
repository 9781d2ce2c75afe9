/** Published events of billing-service, version 1. */
@NullMarked
package io.platen.contracts.billing;

import org.jspecify.annotations.NullMarked;
