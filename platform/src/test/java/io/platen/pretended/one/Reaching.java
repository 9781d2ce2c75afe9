package io.platen.pretended.one;

import io.platen.pretended.other.Thing;

/** Reaches into another service. */
record Reaching(Thing thing) {}
