package io.platen.contracts.identity;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What identity-service tells. */
public sealed interface IdentityEvent extends PublishedEvent
        permits AccountRegistered,
                AgentRegistered,
                LoginLocked,
                RoleAssigned,
                SignInFailed,
                StaffRoleAssigned,
                UserCreated,
                UserDeactivated,
                UserFunctionsChanged,
                UserLanguageChanged,
                UserSignedIn,
                UserSignedOut {

    @Override
    default Topic topic() {
        return Topic.IDENTITY;
    }
}
