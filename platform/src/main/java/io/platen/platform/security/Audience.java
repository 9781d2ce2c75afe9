package io.platen.platform.security;

/** Whom a handler is open to that asks for no function. */
public enum Audience {
    ANYBODY,
    SIGNED_IN
}
