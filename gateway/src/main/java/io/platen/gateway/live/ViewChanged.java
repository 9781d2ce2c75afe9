package io.platen.gateway.live;

/** Told inside the transaction that changes the view; the stream looks after the commit. */
public record ViewChanged() {}
