package io.platen.contracts.access;

/** How far a function reaches; the letters of the permission matrix stand behind the names. */
public enum Scope {
    /** O: own profile, tickets opened or followed, orders placed. */
    OWN,
    /** D: devices assigned to the user. */
    ASSIGNED_DEVICES,
    /** S: assigned devices in automatic replenishment and their stock locations. */
    REPLENISHED_DEVICES,
    /** A: own accounts. */
    ACCOUNT,
    /** P: objects handed to the person. */
    HANDED_OVER,
    /** R: all accounts of the person's service regions. */
    REGION,
    /** All. */
    ALL
}
