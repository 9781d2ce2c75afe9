package io.platen.contracts.access;

/** The role of a person of the vendor or a service partner (ID-47). */
public enum StaffRole {
    CONTACT_CENTRE,
    DISPATCH_PLANNER,
    SERVICE_ENGINEER,
    WEB_ADMINISTRATOR,
    BILLING_CLERK
}
