package io.platen.contracts.identity;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What identity-service tells. */
public sealed interface IdentityEvent extends PublishedEvent
        permits AccountRegistered,
                AgentRegistered,
                RoleAssigned,
                StaffRoleAssigned,
                UserCreated,
                UserDeactivated,
                UserFunctionsChanged,
                UserLanguageChanged {

    @Override
    default Topic topic() {
        return Topic.IDENTITY;
    }
}
