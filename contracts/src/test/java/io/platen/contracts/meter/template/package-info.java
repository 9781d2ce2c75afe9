/** The layout is frozen: workbooks of it lie on people's disks. */
@NullMarked
package io.platen.contracts.meter.template;

import org.jspecify.annotations.NullMarked;
