package io.platen.identity.account;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.identity.IdentityProblem;
import io.platen.identity.account.AccountCommand.RegisterAccount;
import io.platen.identity.directory.Reservations;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registers accounts. */
@RestController
class AccountController {

    /** Country is ISO 3166-1 alpha-2; region names the service region. */
    record NewAccount(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX)
            String customerAccountNumber,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.REGEX)
            String systemAccountNumber,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.REGEX)
            String name,

            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Pattern(regexp = "[A-Z0-9-]{1,20}") String region) {}

    record Registered(AccountId id) {}

    private final Commands commands;
    private final Reservations reservations;

    AccountController(Commands commands, Reservations reservations) {
        this.commands = commands;
        this.reservations = reservations;
    }

    @PostMapping("/api/accounts")
    @RequiresFunction(Function.PLATFORM_ADMIN)
    ResponseEntity<Registered> register(
            Caller caller, HttpServletRequest request, @Valid @RequestBody NewAccount account) {
        return commands.handle(caller, request, account, session -> {
            var id = AccountId.random();
            session.send(
                    new RegisterAccount(
                            id,
                            account.customerAccountNumber().strip(),
                            account.systemAccountNumber().strip(),
                            account.name().strip(),
                            account.country(),
                            account.region()),
                    id);
            if (!reservations.customerAccountNumber(account.customerAccountNumber(), id)) {
                throw Rejected.of(IdentityProblem.CUSTOMER_ACCOUNT_NUMBER_TAKEN);
            }
            if (!reservations.systemAccountNumber(account.systemAccountNumber(), id)) {
                throw Rejected.of(IdentityProblem.SYSTEM_ACCOUNT_NUMBER_TAKEN);
            }
            return ResponseEntity.status(HttpStatus.CREATED).body(new Registered(id));
        });
    }
}
