package io.platen.contracts.identity;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.UserId;
import java.util.Set;

/** A person works for the vendor, in these service regions; no region means all. */
public record StaffRoleAssigned(UserId userId, StaffRole role, Set<String> regions) implements IdentityEvent {}
