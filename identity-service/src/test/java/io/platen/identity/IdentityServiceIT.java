package io.platen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.LoginLocked;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserSignedIn;
import io.platen.identity.token.Authorizations;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, with a real database and broker. */
@PlatenIT(
        properties = {
            "platen.bootstrap.admin.email=admin@platen.example",
            "platen.bootstrap.admin.password=the-first-password",
            "platen.clients.gateway.secret=" + IdentityServiceIT.GATEWAY_SECRET
        })
class IdentityServiceIT {

    static final String GATEWAY_SECRET = "the-secret-of-the-gateway";
    private static final String PASSWORD = "Printer-Demo-2026";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Events events;

    @Autowired
    private Authorizations authorizations;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private String admin = "";
    private Http http = new Http(0);
    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        http = new Http(port, "/identity");
        browser = new Browser(port);
        admin = TestTokens.staff(UserId.of(idOf("admin@platen.example")), StaffRole.WEB_ADMINISTRATOR);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theFirstWebAdministratorSignsInAndTheTokenSaysWho() {
        var claims = Browser.claims(browser.token("Admin@Platen.example", "the-first-password"));

        assertThat(claims.at("/iss").asString()).isEqualTo("http://localhost:8080/identity");
        assertThat(claims.at("/platen/kind").asString()).isEqualTo("STAFF");
        assertThat(claims.at("/platen/staff/role").asString()).isEqualTo("WEB_ADMINISTRATOR");
        assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isEqualTo(900);
    }

    @Test
    void theTokenOfThePersonOpensTheApi() {
        var token = browser.token("admin@platen.example", "the-first-password");

        assertThat(http.post("/api/accounts", "Bearer " + token, account("t")).status())
                .isEqualTo(201);
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        var code = browser.signIn("admin@platen.example", "the-first-password")
                .code()
                .orElseThrow();

        assertThat(browser.exchange(code, "another-verifier-of-at-least-forty-three-chars")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAgentGetsATokenForItsAccount() {
        var account = newAccount();
        var agent = http.post("/api/agents", admin, Map.of("accountId", account, "name", "Basement"))
                .json();
        var id = agent.required("clientId").asString();

        var answer =
                browser.clientCredentials(id, agent.required("clientSecret").asString());

        var claims = Browser.claims(
                Browser.json(answer.body()).required("access_token").asString());
        assertThat(claims.at("/sub").asString()).isEqualTo(id);
        assertThat(claims.at("/platen/kind").asString()).isEqualTo("AGENT");
        assertThat(claims.at("/platen/agent/account").asString()).isEqualTo(account);
        assertThat(browser.clientCredentials(id, "guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void fiveFailuresLockForAQuarterOfAnHourWhetherOrNotThePersonExists() {
        for (var email : List.of(newUser(newAccount()), "nobody-" + number + "@vandijk.example")) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(browser.signIn(email, "not the password").error()).isEqualTo("INVALID_CREDENTIALS");
            }
            assertThat(browser.signIn(email, PASSWORD).error()).isEqualTo("LOGIN_LOCKED");
        }
    }

    @Test
    void theLockEndsByItself() {
        var email = newUser(newAccount());
        for (int attempt = 0; attempt < 5; attempt++) {
            browser.signIn(email, "not the password");
        }
        clock.advance(Duration.ofMinutes(14));
        assertThat(browser.signIn(email, PASSWORD).error()).isEqualTo("LOGIN_LOCKED");
        clock.advance(Duration.ofMinutes(2));
        assertThat(browser.signIn(email, PASSWORD).code()).isPresent();
    }

    @Test
    void failuresOfAnHourAgoDoNotCount() {
        var email = newUser(newAccount());
        for (int attempt = 0; attempt < 4; attempt++) {
            browser.signIn(email, "not the password");
        }
        clock.advance(Duration.ofMinutes(16));
        browser.signIn(email, "not the password");

        assertThat(browser.signIn(email, PASSWORD).code()).isPresent();
    }

    @Test
    void theKeyThatSignsIsReplacedAfterThirtyDaysAndTheOldOneStillVerifies() {
        var before = kid(browser.token("admin@platen.example", "the-first-password"));
        clock.advance(Duration.ofDays(31));

        var after = kid(new Browser(port).token("admin@platen.example", "the-first-password"));

        assertThat(after).isNotEqualTo(before);
        assertThat(http.get("/oauth2/jwks", null).body()).contains(before).contains(after);
    }

    @Test
    void aDeactivatedPersonIsOutAndEverybodyHears() {
        var email = newUser(newAccount());
        browser.token(email, PASSWORD);
        var id = idOf(email);

        assertThat(http.post("/api/users/" + id + "/deactivation", admin, Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(new Browser(port).signIn(email, PASSWORD).error()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        events.await(
                Topic.IDENTITY, UserDeactivated.class, gone -> gone.userId().equals(UserId.of(id)));
    }

    @Test
    void aRoleIsToldWithTheFunctionsInEffect() {
        var account = newAccount();
        var id = UserId.of(idOf(newUser(account)));

        var told = events.await(
                Topic.IDENTITY, RoleAssigned.class, role -> role.userId().equals(id));

        assertThat(told.accountId()).isEqualTo(AccountId.of(account));
        assertThat(told.functions())
                .isEqualTo(io.platen.contracts.access.PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER));
    }

    @Test
    void numbersAndAddressesAreUnique() {
        var account = newAccount();
        var email = newUser(account);

        assertThat(http.post("/api/accounts", admin, account("")).code()).isEqualTo("CUSTOMER_ACCOUNT_NUMBER_TAKEN");
        assertThat(http.post(
                                "/api/users",
                                admin,
                                user(email.toUpperCase(java.util.Locale.ROOT), account, "DEVICE_MANAGER"))
                        .code())
                .isEqualTo("EMAIL_TAKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "BOSS, Printer-Demo-2026, nl, a@b.example, ROLE_UNKNOWN",
        "DEVICE_MANAGER, short, nl, a@b.example, PASSWORD_WEAK",
        "DEVICE_MANAGER, Printer-Demo-2026, fr, a@b.example, LANGUAGE_UNKNOWN",
        "DEVICE_MANAGER, Printer-Demo-2026, nl, nonsense, EMAIL_INVALID"
    })
    void whatBreaksARuleIsRefused(String role, String password, String language, String email, String code) {
        var body = Map.of(
                "email", email,
                "name", "Anna",
                "language", language,
                "password", password,
                "customer", Map.of("accountId", newAccount(), "role", role));

        var answer = http.post("/api/users", admin, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anAdministratorManagesHisOwnAccountOnly() {
        var own = newAccount();
        var me = administratorOf(own);
        var other = accountOf(account("other"));

        assertThat(http.post("/api/users", me, user("one-" + number + "@vandijk.example", own, "STOCK_MANAGER"))
                        .status())
                .isEqualTo(201);
        assertThat(http.post("/api/users", me, user("two-" + number + "@vandijk.example", other, "STOCK_MANAGER"))
                        .status())
                .isEqualTo(404);
        assertThat(http.post("/api/accounts", me, account("third")).status()).isEqualTo(403);
    }

    @Test
    void aRepeatedCommandHasOneEffect() {
        var body = account("");
        var first = http.send("POST", "/api/accounts", admin, body, "Idempotency-Key", "once-" + number);
        var second = http.send("POST", "/api/accounts", admin, body, "Idempotency-Key", "once-" + number);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(201);
    }

    @Test
    void rightsThatAreGoneAreGoneAlthoughTheTokenHasThem() {
        var account = newAccount();
        var me = administratorOf(account);
        var myself = "/api/users/" + idOf("boss-" + number + "@vandijk.example");
        var colleague = idOf(newUser(account));
        var invoices = Map.of("accountId", account, "granted", List.of("INVOICE_VIEW"));
        assertThat(http.put("/api/users/" + colleague + "/functions", me, invoices)
                        .status())
                .isEqualTo(204);

        http.put(myself + "/role", admin, Map.of("accountId", account, "role", "DEVICE_MANAGER"));

        assertThat(http.put("/api/users/" + colleague + "/functions", me, invoices)
                        .status())
                .isEqualTo(403);
        assertThat(http.put("/api/me/language", me, Map.of("language", "pt")).status())
                .isEqualTo(204);

        http.post(myself + "/deactivation", admin, Map.of());

        assertThat(http.put("/api/me/language", me, Map.of("language", "nl")).status())
                .isEqualTo(401);
        assertThat(http.post(
                                "/api/accounts",
                                TestTokens.staff(UserId.random(), StaffRole.WEB_ADMINISTRATOR),
                                account("z"))
                        .status())
                .as("a person whom nobody ever created")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "anna\u0000@vandijk.example", "a\u0007"})
    void aNameThatIsNoTextIsNobodys(String name) {
        assertThat(browser.signIn(name, PASSWORD).error()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void aLongNameIsNotCutInTheMiddleOfACharacter() {
        assertThat(browser.signIn("a".repeat(253) + "\ud83d\ude00", PASSWORD).error())
                .isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void aCodeThatIsNoTextIsNobodys() {
        assertThat(browser.exchange("\u0000", "a-verifier-of-at-least-forty-three-characters-here")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aClientWhoseIdIsNoTextIsUnknown() {
        assertThat(browser.clientCredentials("\u0000", "x").statusCode()).isEqualTo(400);
        assertThat(http.get("/oauth2/authorize?response_type=code&client_id=%00", null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSessionThatIsNoTextIsNone() {
        assertThat(http.get("/sign-in", null, "Cookie", "PLATEN_IDENTITY=AA==").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST | /api/accounts        | customerAccountNumber
                    POST | /api/accounts        | systemAccountNumber
                    POST | /api/accounts        | name
                    POST | /api/accounts        | country
                    POST | /api/accounts        | region
                    POST | /api/agents          | name
                    POST | /api/users           | email
                    POST | /api/users           | name
                    POST | /api/users           | language
                    POST | /api/users           | password
                    POST | /api/users           | role
                    PUT  | /api/users/ID/role   | role
                    PUT  | /api/users/ID/functions | granted
                    PUT  | /api/users/ID/functions | revoked
                    PUT  | /api/me/language     | language
                    """)
    void textThatNoDatabaseTakesIsRefused(String method, String path, String field) {
        var account = newAccount();
        var user = idOf(newUser(account));
        var bodies = Map.<String, Map<String, Object>>of(
                "/api/accounts", account("text"),
                "/api/agents", Map.of("accountId", account, "name", "Basement"),
                "/api/users", user("text-" + number + "@vandijk.example", account, "DEVICE_MANAGER"),
                "/api/users/ID/role", Map.of("accountId", account, "role", "STOCK_MANAGER"),
                "/api/users/ID/functions",
                        Map.of("accountId", account, "granted", List.of("x"), "revoked", List.of("x")),
                "/api/me/language", Map.of("language", "nl"));
        var json = JsonMapper.builder().build().writeValueAsString(bodies.get(path));
        for (var no : List.of("\\u0000", "\\ud800", "\\udc00\\ud800")) {
            var body = json.replaceFirst(
                    "(\"" + field + "\":\\[?\"[^\"]{0,3})", "$1" + java.util.regex.Matcher.quoteReplacement(no));
            assertThat(body).contains(no);

            var answer =
                    http.send(method, path.replace("ID", user), admin, body, "Idempotency-Key", UUID.randomUUID() + "");

            assertThat(answer.status()).as(body).isIn(400, 422);
        }
    }

    @Test
    void theSecretOfAnAgentIsKeptNowhere() {
        var body = Map.of("accountId", newAccount(), "name", "Basement");
        var key = "agent-" + number;

        var first = http.send("POST", "/api/agents", admin, body, "Idempotency-Key", key);
        var again = http.send("POST", "/api/agents", admin, body, "Idempotency-Key", key);

        var secret = first.json().required("clientSecret").asString();
        assertThat(secret).hasSize(43);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Platen-Replayed")).hasValue("true");
        assertThat(again.json().required("clientId")).isEqualTo(first.json().required("clientId"));
        assertThat(again.json().required("clientSecret").isNull()).isTrue();
        assertThat(jdbc.sql("select body from command_answer where idempotency_key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void anotherPasswordIsAnotherRequest() {
        var body = new java.util.HashMap<>(user("key-" + number + "@vandijk.example", newAccount(), "DEVICE_MANAGER"));
        var key = "user-" + number;
        assertThat(http.send("POST", "/api/users", admin, body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        assertThat(http.send("POST", "/api/users", admin, body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);

        body.put("password", "Another-Demo-2026");

        assertThat(http.send("POST", "/api/users", admin, body, "Idempotency-Key", key)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void signingInAndFailingAndBeingLockedOutIsTold() {
        var email = newUser(newAccount());
        var id = UserId.of(idOf(email));
        browser.token(email, PASSWORD);
        var elsewhere = new Browser(port);
        for (int attempt = 0; attempt < 5; attempt++) {
            elsewhere.signIn(email, "not the password");
        }

        events.await(
                Topic.IDENTITY, LoginLocked.class, locked -> locked.userId().equals(id));
        assertThat(comingsAndGoings(id))
                .containsExactly(
                        "UserSignedIn",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "LoginLocked");
    }

    @Test
    void signingOutIsToldOnceWhetherTheClientOrTheBrowserSaysSo() {
        var email = newUser(newAccount());
        var id = UserId.of(idOf(email));
        var gateway = Browser.ofGateway(port, GATEWAY_SECRET);
        var first = gateway.tokens(email, PASSWORD);
        for (var token : List.of("refresh_token", "access_token")) {
            assertThat(gateway.revoke(first.required(token).asString()).statusCode())
                    .isEqualTo(200);
        }
        gateway.signOut(first.required("id_token").asString());
        var second = gateway.tokens(email, PASSWORD);
        gateway.signOut(second.required("id_token").asString());
        gateway.tokens(email, PASSWORD);

        events.await(
                Topic.IDENTITY,
                received -> received.event() instanceof UserSignedIn signedIn
                        && signedIn.userId().equals(id)
                        && received.metadata().sequence() >= 6);
        assertThat(comingsAndGoings(id))
                .containsExactly("UserSignedIn", "UserSignedOut", "UserSignedIn", "UserSignedOut", "UserSignedIn");
        assertThat(jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .as("what is left is what he signed in for last")
                .isEqualTo(1);
    }

    @Test
    void whatIsGoodForNothingAnyMoreIsForgotten() {
        var kept = authorization("code and refresh", Duration.ofMinutes(-5), Duration.ofHours(1));
        var gone = authorization("code and refresh", Duration.ofHours(-13), Duration.ofMinutes(-1));
        var pending = authorization("nothing yet", null, null);

        authorizations.forgetExpired();

        assertThat(jdbc.sql("select id from oauth2_authorization where id in (?, ?, ?)")
                        .params(kept, gone, pending)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(kept, pending);
    }

    private String authorization(String kind, @Nullable Duration code, @Nullable Duration refresh) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into oauth2_authorization (id, registered_client_id, principal_name, authorization_grant_type,
                    authorization_code_expires_at, access_token_expires_at, refresh_token_expires_at)
                values (?, 'gateway', ?, 'authorization_code', ?, ?, ?)
                """)
                .params(Arrays.asList(id, kind, in(code), in(code), in(refresh)))
                .update();
        return id;
    }

    private @Nullable OffsetDateTime in(@Nullable Duration duration) {
        return duration == null ? null : clock.instant().plus(duration).atOffset(ZoneOffset.UTC);
    }

    private List<String> comingsAndGoings(UserId id) {
        return events.all(Topic.IDENTITY).stream()
                .filter(received -> received.metadata().aggregateId().equals(id.toString()))
                .map(received -> received.event().getClass().getSimpleName())
                .filter(type -> type.contains("Sign") || type.contains("Login"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', en, E-mail address, Password, Sign in",
        "'', nl, E-mailadres, Wachtwoord, Aanmelden",
        "'?lang=pt', nl, Endereço de e-mail, Palavra-passe, Iniciar sessão",
        "'?lang=xx', fr, E-mail address, Password, Sign in"
    })
    void thePageSpeaksThreeLanguages(String query, String accept, String email, String password, String submit) {
        var page = browser.page(query, accept);

        assertThat(page.body())
                .contains(">" + email + "</label>", ">" + password + "</label>", ">" + submit + "</button>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void aRefusalIsSaidAloud() {
        assertThat(browser.page("?error=INVALID_CREDENTIALS", "en").body())
                .contains("role=\"alert\"", "The e-mail address or the password is wrong.");
    }

    private static String kid(String token) {
        return Browser.json(new String(
                        java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]),
                        java.nio.charset.StandardCharsets.UTF_8))
                .required("kid")
                .asString();
    }

    private Map<String, Object> account(String suffix) {
        return Map.of(
                "customerAccountNumber", "C-" + number + suffix,
                "systemAccountNumber", "S-" + number + suffix,
                "name", "Van Dijk",
                "country", "NL",
                "region", "NL");
    }

    private String newAccount() {
        return accountOf(account(""));
    }

    private String accountOf(Map<String, Object> account) {
        return http.post("/api/accounts", admin, account).json().required("id").asString();
    }

    private static Map<String, Object> user(String email, String account, String role) {
        return Map.of(
                "email",
                email,
                "name",
                "Anna",
                "language",
                "nl",
                "password",
                PASSWORD,
                "customer",
                Map.of("accountId", account, "role", role));
    }

    private String administratorOf(String account) {
        var email = "boss-" + number + "@vandijk.example";
        http.post("/api/users", admin, user(email, account, "ADMINISTRATOR"));
        return TestTokens.customer(UserId.of(idOf(email)), AccountId.of(account), CustomerRole.ADMINISTRATOR);
    }

    private String newUser(String account) {
        var email = "anna-" + number + "@vandijk.example";
        assertThat(http.post("/api/users", admin, user(email, account, "DEVICE_MANAGER"))
                        .status())
                .isEqualTo(201);
        return email;
    }

    private String idOf(String email) {
        return jdbc.sql("select id::text from person where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }
}
