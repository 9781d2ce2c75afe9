/** MET-31, MET-32, BEY-11: reads are looked into, on somebody's word or because the system has noticed something. */
@NullMarked
package io.platen.meter.investigate;

import org.jspecify.annotations.NullMarked;
