package io.platen.contracts.access;

/** Who may give a function that a role does not have by default. */
public enum Grantor {
    /** Nobody needs to: the role has it, or has it with another function. */
    BY_DEFAULT,
    ADMINISTRATOR,
    WEB_ADMINISTRATOR
}
