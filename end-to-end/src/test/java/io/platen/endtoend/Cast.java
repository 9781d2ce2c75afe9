package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.demo.DemoPeople;
import java.util.List;
import java.util.Map;

/** English-speaking people of the dealer in the Netherlands, one of each trade, and a customer of theirs. */
final class Cast {
    static final String CUSTOMER = "fleur.visser@vandijk.example";
    static final String HER_ACCOUNT = "700010021";
    static final String DESK = "nora.quinn@platen.example";
    static final String PLANNER = "peter.marsh@platen.example";
    static final String ENGINEER = "erik.lund@platen.example";
    static final String ENGINEER_NAME = "Erik Lund";
    static final String CLERK = "claire.frost@platen.example";

    private static final Map<String, String> ROLES = Map.of(
            DESK, "CONTACT_CENTRE",
            PLANNER, "DISPATCH_PLANNER",
            ENGINEER, "SERVICE_ENGINEER",
            CLERK, "BILLING_CLERK");

    private Cast() {}

    static void hire(LocalStack stack) {
        var admin = stack.api(stack.adminToken());
        ROLES.forEach((email, role) -> admin.mustPost(
                "/api/users",
                Map.of(
                        "email",
                        email,
                        "name",
                        email.equals(ENGINEER) ? ENGINEER_NAME : email.substring(0, email.indexOf('@')),
                        "language",
                        "en",
                        "password",
                        DemoPeople.PASSWORD,
                        "staff",
                        Map.of("role", role, "regions", List.of("NL"))),
                "cast-" + role));
    }

    static PlatenApi as(LocalStack stack, String email) {
        return stack.api(stack.token(email, DemoPeople.PASSWORD));
    }
}
