/** Tests of the replayed and the simulated printers, read as the device agent reads any printer. */
@NullMarked
package io.platen.localstack.printers;

import org.jspecify.annotations.NullMarked;
