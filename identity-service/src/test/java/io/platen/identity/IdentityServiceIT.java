package io.platen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over HTTP, with a real database and broker. */
@PlatenIT(
        properties = {
            "platen.bootstrap.admin.email=admin@platen.example",
            "platen.bootstrap.admin.password=the-first-password"
        })
class IdentityServiceIT {

    private static final String PASSWORD = "Printer-Demo-2026";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Events events;

    private final String admin = TestTokens.staff(UserId.random(), StaffRole.WEB_ADMINISTRATOR);
    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private Http http = new Http(0);
    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        http = new Http(port, "/identity");
        browser = new Browser(port);
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
        var me = TestTokens.customer(UserId.random(), AccountId.of(own), CustomerRole.ADMINISTRATOR);
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
