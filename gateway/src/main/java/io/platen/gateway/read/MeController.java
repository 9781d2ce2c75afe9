package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.AccountRef;
import io.platen.gateway.read.Shapes.GrantShape;
import io.platen.gateway.read.Shapes.Me;
import io.platen.gateway.read.Shapes.StaffShape;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Audience;
import io.platen.platform.security.Caller;
import io.platen.platform.security.OpenTo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is and what he may do, with both numbers of each account (VIEW-12). */
@RestController
class MeController {

    private final ReaderLanguage languages;
    private final JdbcClient jdbc;

    MeController(ReaderLanguage languages, JdbcClient jdbc) {
        this.languages = languages;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/me")
    @OpenTo(Audience.SIGNED_IN)
    Me me(Caller caller) {
        if (caller.kind() == Caller.Kind.AGENT) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var accounts = accounts(
                caller.grants().stream().map(grant -> grant.account().value()).toList());
        var staff = caller.staff();
        return new Me(
                caller.userId().value(),
                caller.name(),
                caller.kind().name(),
                languages.of(caller),
                List.of(staff == null ? "CUSTOMER" : workspace(staff)),
                caller.grants().stream()
                        .map(grant -> new GrantShape(
                                accounts.getOrDefault(
                                        grant.account().value(),
                                        new AccountRef(grant.account().value(), "", "", "")),
                                grant.role().name(),
                                names(grant.functions())))
                        .toList(),
                staff == null
                        ? null
                        : new StaffShape(
                                staff.role().name(),
                                staff.regions().stream().sorted().toList()),
                names(caller.functions()));
    }

    private static String workspace(Caller.Staff staff) {
        return switch (staff.role()) {
            case CONTACT_CENTRE, WEB_ADMINISTRATOR, BILLING_CLERK -> "DESK";
            case DISPATCH_PLANNER -> "PLANNING";
            case SERVICE_ENGINEER -> "FIELD";
        };
    }

    private Map<UUID, AccountRef> accounts(List<UUID> ids) {
        var found = new HashMap<UUID, AccountRef>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from view_account where account_id in (:ids)")
                    .param("ids", ids)
                    .query((rows, n) -> new AccountRef(
                            rows.getObject("account_id", UUID.class),
                            rows.getString("name"),
                            rows.getString("customer_account_number"),
                            rows.getString("system_account_number")))
                    .list()
                    .forEach(account -> found.put(account.id(), account));
        }
        return found;
    }

    private static List<String> names(java.util.Set<? extends Enum<?>> functions) {
        return functions.stream().map(Enum::name).sorted().toList();
    }
}
