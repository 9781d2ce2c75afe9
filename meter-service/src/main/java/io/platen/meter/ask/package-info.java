/** What requests to this service have in common: how values, texts and ids are read, and how refusals are told. */
@NullMarked
package io.platen.meter.ask;

import org.jspecify.annotations.NullMarked;
