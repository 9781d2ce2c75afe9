package io.platen.identity.account;

import io.platen.contracts.id.AccountId;
import io.platen.identity.account.AccountCommand.RegisterAccount;
import io.platen.identity.account.AccountEvent.AccountRegistered;
import io.platen.platform.problem.Rejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
    private final AccountId id = AccountId.random();

    @Test
    void anAccountIsRegisteredWithBothNumbers() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAccount(id, "NL-10021", "100021", "Van Dijk", "NL", "NL"))
                .expectEvents(new AccountRegistered(id, "NL-10021", "100021", "Van Dijk", "NL", "NL"));
    }

    @Test
    void aCountryThatDoesNotExistIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAccount(id, "NL-10021", "100021", "Van Dijk", "QX", "NL"))
                .expectNoEvents()
                .expectException(Rejected.class)
                .expectExceptionMessage("COUNTRY_UNKNOWN {country=QX}");
    }
}
