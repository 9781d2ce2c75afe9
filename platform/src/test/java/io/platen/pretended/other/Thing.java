package io.platen.pretended.other;

/** Of another service. */
public record Thing(String name) {}
