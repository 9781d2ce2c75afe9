package io.platen.ticket.automation;

import io.platen.contracts.event.Topic;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import io.platen.ticket.directory.Customers;
import io.platen.ticket.directory.StaffPeople;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows the people of the customers and of the vendor. Accounts and devices are what {@code Access} follows. */
@Component
class IdentityFollower implements InboxConsumer {

    private final Customers customers;
    private final StaffPeople staff;

    IdentityFollower(Customers customers, StaffPeople staff) {
        this.customers = customers;
        this.staff = staff;
    }

    @Override
    public String name() {
        return "identity-follower";
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
        switch (received.event()) {
            case RoleAssigned role -> customers.add(role.userId(), role.accountId());
            case StaffRoleAssigned role ->
                staff.put(
                        role.userId(),
                        role.role(),
                        role.regions(),
                        received.metadata().sequence());
            case UserDeactivated user -> staff.deactivate(user.userId());
            default -> {
                // names, languages and functions do not matter here
            }
        }
    }
}
