/** Published events of meter-service, version 1. */
@NullMarked
package io.platen.contracts.meter;

import org.jspecify.annotations.NullMarked;
