package io.platen.identity.user;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.IdentityProblem;
import io.platen.identity.directory.Directory;
import io.platen.identity.directory.Reservations;
import io.platen.identity.signin.Credentials;
import io.platen.identity.token.Authorizations;
import io.platen.identity.user.UserCommand.AssignRole;
import io.platen.identity.user.UserCommand.ChangeFunctions;
import io.platen.identity.user.UserCommand.CreateUser;
import io.platen.identity.user.UserCommand.CustomerRights;
import io.platen.identity.user.UserCommand.DeactivateUser;
import io.platen.identity.user.UserCommand.StaffRights;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Creates people, changes what they may do, and ends it. */
@RestController
class UserController {

    record NewUser(
            @NotBlank @Size(max = 254) String email,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.REGEX)
            String name,

            @NotBlank @Size(max = 10) @Pattern(regexp = PlainText.REGEX)
            String language,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.REGEX)
            String password,

            @Valid @Nullable CustomerPart customer,
            @Valid @Nullable StaffPart staff) {

        /** What may be remembered of the request, to know it again. */
        NewUser withPassword(String trace) {
            return new NewUser(email, name, language, trace, customer, staff);
        }

        @Override
        public String toString() {
            return "NewUser[" + email + "]";
        }
    }

    record CustomerPart(
            @NotNull AccountId accountId,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX)
            String role,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX) String> granted,

            @Nullable @Size(max = 50)
            List<@NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX) String> revoked) {}

    record StaffPart(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX)
            String role,

            @Nullable @Size(max = 50) List<@NotBlank @Pattern(regexp = "[A-Z0-9-]{1,20}") String> regions) {}

    record NewRole(
            @NotNull AccountId accountId,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX)
            String role) {}

    record NewFunctions(
            @NotNull AccountId accountId,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX) String> granted,

            @Nullable @Size(max = 50)
            List<@NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX) String> revoked) {}

    record Created(UserId id) {}

    private final Commands commands;
    private final Directory directory;
    private final Reservations reservations;
    private final Credentials credentials;
    private final Authorizations authorizations;

    UserController(
            Commands commands,
            Directory directory,
            Reservations reservations,
            Credentials credentials,
            Authorizations authorizations) {
        this.commands = commands;
        this.directory = directory;
        this.reservations = reservations;
        this.credentials = credentials;
        this.authorizations = authorizations;
    }

    @PostMapping("/api/users")
    @RequiresFunction({Function.PLATFORM_ADMIN, Function.USER_MANAGE})
    ResponseEntity<Created> create(Caller caller, HttpServletRequest request, @Valid @RequestBody NewUser user) {
        var email = EmailAddress.normalised(user.email());
        var customer = customerRights(caller, user.customer());
        var staff = staffRights(caller, user.staff());
        var hash = credentials.hashOfNew(user.password()); // slow on purpose, so not inside the transaction
        var remembered = user.withPassword(Credentials.traceOf(user.password(), email));
        return commands.handle(caller, request, remembered, session -> {
            if (customer != null && directory.account(customer.accountId()).isEmpty()) {
                throw Rejected.of(IdentityProblem.ACCOUNT_UNKNOWN);
            }
            var id = UserId.random();
            session.send(
                    new CreateUser(id, email, user.name().strip(), user.language(), customer, staff),
                    customer == null ? null : customer.accountId());
            if (!reservations.email(email, id)) {
                throw Rejected.of(IdentityProblem.EMAIL_TAKEN);
            }
            credentials.store(id, hash);
            return ResponseEntity.status(HttpStatus.CREATED).body(new Created(id));
        });
    }

    @PutMapping("/api/users/{id}/role")
    @RequiresFunction({Function.PLATFORM_ADMIN, Function.USER_MANAGE})
    ResponseEntity<Void> assignRole(
            Caller caller, HttpServletRequest request, @PathVariable String id, @Valid @RequestBody NewRole role) {
        var user = manageable(caller, id, role.accountId());
        var customerRole = parse(CustomerRole.class, role.role(), IdentityProblem.ROLE_UNKNOWN);
        return commands.handle(caller, request, role, session -> {
            if (directory.account(role.accountId()).isEmpty()) {
                throw Rejected.of(IdentityProblem.ACCOUNT_UNKNOWN);
            }
            session.send(new AssignRole(user, role.accountId(), customerRole), role.accountId());
            return ResponseEntity.noContent().build();
        });
    }

    @PutMapping("/api/users/{id}/functions")
    @RequiresFunction({Function.PLATFORM_ADMIN, Function.USER_MANAGE})
    ResponseEntity<Void> changeFunctions(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String id,
            @Valid @RequestBody NewFunctions functions) {
        var user = manageable(caller, id, functions.accountId());
        var granted = functions(functions.granted());
        var revoked = functions(functions.revoked());
        return commands.handle(caller, request, functions, session -> {
            session.send(
                    new ChangeFunctions(user, functions.accountId(), granted, revoked, isWebAdministrator(caller)),
                    functions.accountId());
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/api/users/{id}/deactivation")
    @RequiresFunction({Function.PLATFORM_ADMIN, Function.USER_MANAGE})
    ResponseEntity<Void> deactivate(Caller caller, HttpServletRequest request, @PathVariable String id) {
        var user = manageable(caller, id, null);
        return commands.handle(caller, request, null, session -> {
            session.send(
                    new DeactivateUser(user),
                    directory.accountsOf(user).stream().findFirst().orElse(null));
            authorizations.endAllOf(user);
            return ResponseEntity.noContent().build();
        });
    }

    private @Nullable CustomerRights customerRights(Caller caller, @Nullable CustomerPart part) {
        if (part == null) {
            return null;
        }
        if (!caller.has(Function.PLATFORM_ADMIN) && !caller.has(Function.USER_MANAGE, part.accountId())) {
            throw Rejected.of(CommonProblem.NOT_FOUND); // somebody else's account is not said to exist
        }
        return new CustomerRights(
                part.accountId(),
                parse(CustomerRole.class, part.role(), IdentityProblem.ROLE_UNKNOWN),
                functions(part.granted()),
                functions(part.revoked()),
                isWebAdministrator(caller));
    }

    private static @Nullable StaffRights staffRights(Caller caller, @Nullable StaffPart part) {
        if (part == null) {
            return null;
        }
        if (!caller.has(Function.PLATFORM_ADMIN)) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var regions = part.regions();
        return new StaffRights(
                parse(StaffRole.class, part.role(), IdentityProblem.ROLE_UNKNOWN),
                regions == null ? Set.of() : Set.copyOf(regions));
    }

    /** Somebody the caller manages, but never himself; without an account named, on all of the person's accounts. */
    private UserId manageable(Caller caller, String id, @Nullable AccountId account) {
        var user = userId(id);
        var accounts = directory.accountsOf(user);
        var known = directory.person(user).isPresent();
        var reach = caller.has(Function.PLATFORM_ADMIN)
                || (!accounts.isEmpty()
                        && (account == null
                                ? accounts.stream().allMatch(one -> caller.has(Function.USER_MANAGE, one))
                                : accounts.contains(account) && caller.has(Function.USER_MANAGE, account)));
        if (!known || !reach) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        if (caller.userId().equals(user)) {
            throw Rejected.of(IdentityProblem.OWN_RIGHTS);
        }
        return user;
    }

    private static UserId userId(String id) {
        try {
            return UserId.of(id);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
    }

    private static boolean isWebAdministrator(Caller caller) {
        return caller.has(Function.ACCESS_REVIEW);
    }

    private static Set<Function> functions(@Nullable List<String> names) {
        var functions = EnumSet.noneOf(Function.class);
        if (names != null) {
            names.forEach(name -> functions.add(parse(Function.class, name, IdentityProblem.FUNCTION_UNKNOWN)));
        }
        return functions;
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String name, ProblemCode otherwise) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw Rejected.of(otherwise).with("value", name);
    }
}
