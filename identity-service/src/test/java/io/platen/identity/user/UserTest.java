package io.platen.identity.user;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.Grantor;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.user.UserCommand.AssignRole;
import io.platen.identity.user.UserCommand.ChangeFunctions;
import io.platen.identity.user.UserCommand.ChangeLanguage;
import io.platen.identity.user.UserCommand.CreateUser;
import io.platen.identity.user.UserCommand.CustomerRights;
import io.platen.identity.user.UserCommand.DeactivateUser;
import io.platen.identity.user.UserCommand.RecordSignIn;
import io.platen.identity.user.UserCommand.RecordSignOut;
import io.platen.identity.user.UserCommand.SignInOutcome;
import io.platen.identity.user.UserCommand.StaffRights;
import io.platen.identity.user.UserEvent.FunctionsChanged;
import io.platen.identity.user.UserEvent.LanguageChanged;
import io.platen.identity.user.UserEvent.RoleAssigned;
import io.platen.identity.user.UserEvent.StaffRoleAssigned;
import io.platen.identity.user.UserEvent.UserCreated;
import io.platen.identity.user.UserEvent.UserDeactivated;
import io.platen.identity.user.UserEvent.UserSignedIn;
import io.platen.identity.user.UserEvent.UserSignedOut;
import io.platen.platform.problem.Rejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserTest {

    private final AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);
    private final UserId user = UserId.random();
    private final AccountId account = AccountId.random();
    private final UserCreated created = new UserCreated(user, "anna@vandijk.example", "Anna", "nl");

    @Test
    void aCustomerUserHasOneRoleFromTheStart() {
        var rights = new CustomerRights(account, CustomerRole.DEVICE_MANAGER, Set.of(), Set.of(), false);

        fixture.givenNoPriorActivity()
                .when(new CreateUser(user, "anna@vandijk.example", "Anna", "nl", rights, null))
                .expectEvents(
                        created, new RoleAssigned(user, account, CustomerRole.DEVICE_MANAGER, Set.of(), Set.of()));
    }

    @Test
    void staffHaveARoleAndRegions() {
        var rights = new StaffRights(StaffRole.DISPATCH_PLANNER, Set.of("NL"));

        fixture.givenNoPriorActivity()
                .when(new CreateUser(user, "anna@vandijk.example", "Anna", "nl", null, rights))
                .expectEvents(created, new StaffRoleAssigned(user, StaffRole.DISPATCH_PLANNER, Set.of("NL")));
    }

    @Test
    void nobodyIsNeitherOrBoth() {
        var staff = new StaffRights(StaffRole.DISPATCH_PLANNER, Set.of());
        var customer = new CustomerRights(account, CustomerRole.DEVICE_MANAGER, Set.of(), Set.of(), false);

        fixture.givenNoPriorActivity()
                .when(new CreateUser(user, "anna@vandijk.example", "Anna", "nl", null, null))
                .expectException(Rejected.class)
                .expectExceptionMessage("CUSTOMER_OR_STAFF");
        fixture.givenNoPriorActivity()
                .when(new CreateUser(user, "anna@vandijk.example", "Anna", "nl", customer, staff))
                .expectException(Rejected.class)
                .expectExceptionMessage("CUSTOMER_OR_STAFF");
    }

    @Test
    void aLanguageThePlatformDoesNotSpeakIsRefused() {
        fixture.given(created)
                .when(new ChangeLanguage(user, "fr"))
                .expectException(Rejected.class)
                .expectExceptionMessage("LANGUAGE_UNKNOWN {language=fr}");
    }

    @Test
    void theLanguageChangesOnceOnly() {
        fixture.given(created).when(new ChangeLanguage(user, "pt")).expectEvents(new LanguageChanged(user, "pt"));
        fixture.given(created, new LanguageChanged(user, "pt"))
                .when(new ChangeLanguage(user, "pt"))
                .expectNoEvents();
    }

    static Stream<Arguments> everyFunctionOfEveryRole() {
        return Arrays.stream(CustomerRole.values())
                .flatMap(role -> Arrays.stream(Function.values()).map(function -> Arguments.of(role, function)));
    }

    @ParameterizedTest
    @MethodSource("everyFunctionOfEveryRole")
    void noFunctionGoesAboveTheCeilingOfTheRole(CustomerRole role, Function function) {
        var before = new RoleAssigned(user, account, role, Set.of(), Set.of());
        var permission = PermissionMatrix.of(role, function);

        var byAdministrator = fixture.given(created, before)
                .when(new ChangeFunctions(user, account, Set.of(function), Set.of(), false));

        if (permission.isNever() || permission.with() != null) {
            byAdministrator
                    .expectNoEvents()
                    .expectException(Rejected.class)
                    .expectExceptionMessage(
                            "FUNCTION_NOT_ALLOWED_FOR_ROLE {function=" + function + ", role=" + role + "}");
        } else if (permission.grantor() == Grantor.WEB_ADMINISTRATOR) {
            byAdministrator
                    .expectNoEvents()
                    .expectException(Rejected.class)
                    .expectExceptionMessage("FUNCTION_GIVEN_BY_WEB_ADMINISTRATOR_ONLY {function=" + function + "}");
        } else {
            byAdministrator.expectEvents(new FunctionsChanged(user, account, role, Set.of(function), Set.of()));
        }
    }

    @Test
    void theWebAdministratorGivesAutoTonerToADeviceManagerAndAnAdministratorLeavesIt() {
        var before = new RoleAssigned(user, account, CustomerRole.DEVICE_MANAGER, Set.of(), Set.of());
        var given = new FunctionsChanged(
                user, account, CustomerRole.DEVICE_MANAGER, Set.of(Function.AUTO_TONER_EDIT), Set.of());

        fixture.given(created, before)
                .when(new ChangeFunctions(user, account, Set.of(Function.AUTO_TONER_EDIT), Set.of(), true))
                .expectEvents(given);
        fixture.given(created, before, given)
                .when(new ChangeFunctions(
                        user, account, Set.of(Function.AUTO_TONER_EDIT), Set.of(Function.METER_SUBMIT), false))
                .expectEvents(new FunctionsChanged(
                        user,
                        account,
                        CustomerRole.DEVICE_MANAGER,
                        Set.of(Function.AUTO_TONER_EDIT),
                        Set.of(Function.METER_SUBMIT)));
    }

    @Test
    void disputingAnInvoiceIsGivenWithSeeingItAndNotAlone() {
        var before = new RoleAssigned(user, account, CustomerRole.DEVICE_MANAGER, Set.of(), Set.of());
        var both = Set.of(Function.INVOICE_VIEW, Function.INVOICE_DISPUTE);

        fixture.given(created, before)
                .when(new ChangeFunctions(user, account, Set.of(Function.INVOICE_DISPUTE), Set.of(), true))
                .expectException(Rejected.class)
                .expectExceptionMessage(
                        "FUNCTION_NOT_ALLOWED_FOR_ROLE {function=INVOICE_DISPUTE, role=DEVICE_MANAGER}");
        fixture.given(created, before)
                .when(new ChangeFunctions(user, account, both, Set.of(), false))
                .expectEvents(new FunctionsChanged(user, account, CustomerRole.DEVICE_MANAGER, both, Set.of()));
    }

    @Test
    void comingAndGoingIsWrittenDown() {
        var at = Instant.parse("2026-11-22T10:00:00Z");

        fixture.given(created)
                .when(new RecordSignIn(user, SignInOutcome.SIGNED_IN, at))
                .expectEvents(new UserSignedIn(user, at));
        fixture.given(created).when(new RecordSignOut(user, at)).expectEvents(new UserSignedOut(user, at));
    }

    @Test
    void functionsNeedARoleOnTheAccount() {
        fixture.given(created)
                .when(new ChangeFunctions(user, account, Set.of(), Set.of(), true))
                .expectException(Rejected.class)
                .expectExceptionMessage("ROLE_MISSING");
    }

    @Test
    void aNewRoleReplacesTheOneBefore() {
        var before =
                new RoleAssigned(user, account, CustomerRole.DEVICE_MANAGER, Set.of(Function.INVOICE_VIEW), Set.of());

        fixture.given(created, before)
                .when(new AssignRole(user, account, CustomerRole.KNOWLEDGE_USER))
                .expectEvents(new RoleAssigned(user, account, CustomerRole.KNOWLEDGE_USER, Set.of(), Set.of()));
    }

    @Test
    void staffGetNoCustomerRole() {
        fixture.given(created, new StaffRoleAssigned(user, StaffRole.BILLING_CLERK, Set.of()))
                .when(new AssignRole(user, account, CustomerRole.DEVICE_MANAGER))
                .expectException(Rejected.class)
                .expectExceptionMessage("CUSTOMER_OR_STAFF");
    }

    @Test
    void whoIsDeactivatedStaysIt() {
        fixture.given(created).when(new DeactivateUser(user)).expectEvents(new UserDeactivated(user));
        fixture.given(created, new UserDeactivated(user))
                .when(new DeactivateUser(user))
                .expectNoEvents();
        fixture.given(created, new UserDeactivated(user))
                .when(new AssignRole(user, account, CustomerRole.DEVICE_MANAGER))
                .expectException(Rejected.class)
                .expectExceptionMessage("USER_DEACTIVATED");
    }
}
