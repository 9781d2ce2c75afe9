package io.platen.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.device.directory.Customers;
import io.platen.platform.access.Access;
import io.platen.platform.security.Caller;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.Http.Answer;
import io.platen.platform.testing.TestTokens;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, their people and their machines, as the tests of a running service need them. */
final class Fleet {

    static final String WEB_ADMINISTRATOR = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);
    static final String CONTACT_CENTRE = TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT");

    private final int port;
    private final ApplicationContext context;

    Fleet(int port, ApplicationContext context) {
        this.port = port;
        this.context = context;
    }

    AccountId account() {
        var account = AccountId.random();
        var number = account.toString().substring(0, 8);
        events().publish(new AccountRegistered(account, "C" + number, "S" + number, "Acme", "PT", "PT"), account, 0);
        await().until(() -> context.getBean(Customers.class).knows(account)
                && context.getBean(Access.class).region(account).isPresent());
        return account;
    }

    UserId user(AccountId account, CustomerRole role, Function... granted) {
        var user = UserId.random();
        role(user, account, role, 1, granted);
        await().until(() -> context.getBean(Customers.class).accountsOf(user).contains(account));
        return user;
    }

    void role(UserId user, AccountId account, CustomerRole role, long sequence, Function... granted) {
        events().publish(
                        new RoleAssigned(
                                user, account, role, PermissionMatrix.effective(role, Set.of(granted), Set.of())),
                        user,
                        sequence,
                        account);
    }

    String model(boolean colour, boolean capable) {
        return post("/api/models", WEB_ADMINISTRATOR, """
                {"manufacturer":"Corvane","name":"C-%s","counters":%s,"tonerColours":["BLACK"%s],"autoTonerCapable":%s}
                """.formatted(
                                UUID.randomUUID(),
                                colour ? "[\"TOTAL\",\"COLOUR\"]" : "[\"TOTAL\"]",
                                colour ? ",\"CYAN\"" : "",
                                capable))
                .json()
                .path("id")
                .asString();
    }

    DeviceId device(String model, String serial, @Nullable AccountId account) {
        var answer = post("/api/devices", WEB_ADMINISTRATOR, """
                {"modelId":"%s","serialNumber":"%s","accountId":%s,
                 "location":{"site":"Lisbon","street":"Rua Augusta 1","postalCode":"1100-048","city":"Lisboa",
                             "country":"PT","room":"2.05","timeZone":"Europe/Lisbon"}}
                """.formatted(
                        model, serial, account == null ? "null" : "\"" + account + "\""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var device = DeviceId.of(answer.json().path("id").asString());
        await().until(() -> jdbc().sql("""
                        select exists (select from access_device
                                       where device_id = :device and account_id is not distinct from cast(:account as uuid))
                        """)
                .param("device", device.value())
                .param("account", account == null ? null : account.value())
                .query(Boolean.class)
                .single());
        return device;
    }

    static String serial() {
        return "SN-" + UUID.randomUUID();
    }

    static String token(UserId user, AccountId account, CustomerRole role, Function... granted) {
        var functions = PermissionMatrix.effective(role, Set.of(granted), Set.of());
        var grant = new Caller.Grant(account, role, functions);
        return TestTokens.of(
                new Caller(Caller.Kind.CUSTOMER, user.toString(), "Ada", "en", List.of(grant), null, null));
    }

    Answer post(String path, String token, String body) {
        return new Http(port).post(path, token, body);
    }

    Answer put(String path, String token, String body) {
        return new Http(port).put(path, token, body);
    }

    Answer delete(String path, String token) {
        return new Http(port).delete(path, token);
    }

    static List<String> results(Answer answer) {
        return answer.json().path("results").values().stream()
                .map(row -> row.path("result").asString())
                .toList();
    }

    /** How often something of the kind was stored about the object. */
    long stored(Object aggregate, String type) {
        return jdbc().sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .params(aggregate.toString(), type)
                .query(Long.class)
                .single();
    }

    private Events events() {
        return context.getBean(Events.class);
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
