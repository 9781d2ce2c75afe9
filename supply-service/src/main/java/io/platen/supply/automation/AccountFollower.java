package io.platen.supply.automation;

import io.platen.contracts.event.Topic;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import io.platen.supply.directory.Accounts;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows what the customers are called. */
@Component
class AccountFollower implements InboxConsumer {

    private final Accounts accounts;

    AccountFollower(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "customer-names";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.IDENTITY);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        if (received.event() instanceof AccountRegistered account) {
            accounts.put(account.accountId(), account.name());
        }
    }
}
