package io.platen.identity.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.AccountId;
import io.platen.identity.IdentityProblem;
import io.platen.identity.account.AccountCommand.RegisterAccount;
import io.platen.identity.account.AccountEvent.AccountRegistered;
import io.platen.platform.problem.Rejected;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A customer organisation, known by the number on its papers and by the one the contact centre uses (ID-41). */
@Aggregate
class Account {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @AggregateIdentifier
    private @Nullable AccountId accountId;

    Account() {}

    @CommandHandler
    Account(RegisterAccount command) {
        if (!COUNTRIES.contains(command.country())) {
            throw Rejected.of(IdentityProblem.COUNTRY_UNKNOWN).with("country", command.country());
        }
        apply(new AccountRegistered(
                command.accountId(),
                command.customerAccountNumber(),
                command.systemAccountNumber(),
                command.name(),
                command.country(),
                command.region()));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        accountId = switch (event) {
            case AccountRegistered registered -> registered.accountId();
        };
    }
}
