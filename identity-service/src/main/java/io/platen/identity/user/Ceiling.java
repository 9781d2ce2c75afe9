package io.platen.identity.user;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.Grantor;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.identity.IdentityProblem;
import io.platen.platform.problem.Rejected;
import java.util.Set;

/** What a role can be given, and by whom (D-01, D-03, D-04). */
final class Ceiling {

    private Ceiling() {}

    /**
     * @param before what was granted already: what the web administrator gave, an Administrator may leave as it is
     * @throws Rejected when a function lies above the ceiling of the role, or is not this person's to give
     */
    static void check(CustomerRole role, Set<Function> before, Set<Function> granted, boolean byWebAdministrator) {
        for (var function : granted) {
            if (before.contains(function)) {
                continue;
            }
            var permission = PermissionMatrix.of(role, function);
            var with = permission.with();
            if (permission.isNever() || (with != null && !granted.contains(with))) {
                throw Rejected.of(IdentityProblem.FUNCTION_NOT_ALLOWED_FOR_ROLE)
                        .with("function", function.name())
                        .with("role", role.name());
            }
            if (permission.grantor() == Grantor.WEB_ADMINISTRATOR && !byWebAdministrator) {
                throw Rejected.of(IdentityProblem.FUNCTION_GIVEN_BY_WEB_ADMINISTRATOR_ONLY)
                        .with("function", function.name());
            }
        }
    }
}
