package io.platen.ticket.reach;

/** The body of a step that says everything by its address. */
public record Nothing() {}
