/** Published events of device-service, version 1. */
@NullMarked
package io.platen.contracts.device;

import org.jspecify.annotations.NullMarked;
