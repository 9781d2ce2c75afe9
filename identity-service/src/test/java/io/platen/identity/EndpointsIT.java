package io.platen.identity;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.account.AccountCommand.RegisterAccount;
import io.platen.identity.user.UserCommand.AssignRole;
import io.platen.identity.user.UserCommand.CreateUser;
import io.platen.identity.user.UserCommand.CustomerRights;
import io.platen.identity.user.UserCommand.StaffRights;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may do what with a colleague, with a person of another account, with one who is on both, with a colleague as far as
 * the other account goes, and with a person of the vendor.
 */
@PlatenIT
class EndpointsIT extends EndpointMatrix {

    private final AccountId other = AccountId.random();
    private final UserId colleague = UserId.random();
    private final UserId stranger = UserId.random();
    private final UserId onBoth = UserId.random();
    private final UserId vendors = UserId.random();

    @Autowired
    private CommandGateway commands;

    @BeforeEach
    void people() {
        account(account());
        account(other);
        for (var role : CustomerRole.values()) {
            person(user(role), on(account(), role), null);
        }
        for (var role : StaffRole.values()) {
            person(TestTokens.staffUser(role), null, new StaffRights(role, Set.copyOf(regions())));
        }
        person(colleague, on(account(), CustomerRole.DEVICE_MANAGER), null);
        person(stranger, on(other, CustomerRole.DEVICE_MANAGER), null);
        person(onBoth, on(account(), CustomerRole.DEVICE_MANAGER), null);
        send(new AssignRole(onBoth, other, CustomerRole.DEVICE_MANAGER));
        person(vendors, null, new StaffRights(StaffRole.BILLING_CLERK, Set.of()));
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return Map.of(
                "own", objects(colleague, account()),
                "foreign", objects(stranger, other),
                "onBoth", objects(onBoth, account()),
                "ownOnForeign", objects(colleague, other),
                "vendor", objects(vendors, account()),
                "unknown", objects(UserId.random(), AccountId.random()));
    }

    /** Whole commands, as the scope is looked at behind the shape. */
    @Override
    protected String body(String method, String path, Map<String, String> scope) {
        var fresh = UUID.randomUUID().toString().substring(0, 8);
        var account = scope.get("accountId");
        return switch (path) {
            case "/api/accounts" -> """
                    {"customerAccountNumber":"C-%1$s","systemAccountNumber":"S-%1$s","name":"Acme","country":"NL",
                     "region":"NL"}""".formatted(fresh);
            case "/api/agents" -> """
                    {"accountId":"%s","name":"Basement"}""".formatted(account);
            case "/api/users" ->
                """
                    {"email":"%s@acme.example","name":"Anna","language":"nl","password":"Printer-Demo-2026",%s}""".formatted(
                        fresh,
                        vendors.toString().equals(scope.get("id"))
                                ? "\"staff\":{\"role\":\"BILLING_CLERK\"}"
                                : "\"customer\":{\"accountId\":\"%s\",\"role\":\"STOCK_MANAGER\"}".formatted(account));
            case "/api/users/{id}/role" -> """
                    {"accountId":"%s","role":"STOCK_MANAGER"}""".formatted(account);
            case "/api/users/{id}/functions" -> """
                    {"accountId":"%s","granted":["INVOICE_VIEW"]}""".formatted(account);
            case "/api/me/language" -> """
                    {"language":"pt"}""";
            default -> "{}";
        };
    }

    private static Map<String, String> objects(UserId user, AccountId account) {
        return Map.of("id", user.toString(), "accountId", account.toString());
    }

    private static CustomerRights on(AccountId account, CustomerRole role) {
        return new CustomerRights(account, role, Set.of(), Set.of(), true);
    }

    private void account(AccountId id) {
        send(new RegisterAccount(id, "C-" + id, "S-" + id, "Acme", "NL", "NL"));
    }

    private void person(UserId id, @Nullable CustomerRights customer, @Nullable StaffRights staff) {
        send(new CreateUser(id, id + "@acme.example", "Somebody", "nl", customer, staff));
    }

    private void send(Object command) {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(MetadataKeys.ACTOR, EventMetadata.SYSTEM, MetadataKeys.CORRELATION, "endpoints")));
    }
}
