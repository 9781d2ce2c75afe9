package io.platen.identity.token;

import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.UserId;
import io.platen.identity.directory.Directory;
import io.platen.platform.security.Caller;
import io.platen.platform.security.CurrentRights;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a token says of its subject, looked up at the moment it is issued; and looked up again when it comes back here,
 * because rights may have changed since (VIEW-21).
 */
@Component
class CallerOf implements CurrentRights {

    private final Directory directory;

    CallerOf(Directory directory) {
        this.directory = directory;
    }

    /** Empty for one who is unknown or no longer active. */
    Optional<Caller> user(UserId id) {
        return directory.person(id).filter(Directory.Person::active).map(person -> {
            var grants = directory.rightsOf(id).stream()
                    .map(right -> new Caller.Grant(
                            right.account(),
                            right.role(),
                            PermissionMatrix.effective(right.role(), right.granted(), right.revoked())))
                    .toList();
            var staff = directory
                    .staff(id)
                    .map(found ->
                            new Caller.Staff(found.role(), found.regions(), PermissionMatrix.functions(found.role())))
                    .orElse(null);
            return new Caller(
                    staff == null ? Caller.Kind.CUSTOMER : Caller.Kind.STAFF,
                    id.toString(),
                    person.name(),
                    person.language(),
                    grants,
                    staff,
                    null);
        });
    }

    /** An agent's account never changes. */
    @Override
    public Optional<Caller> of(Caller said) {
        return said.kind() == Caller.Kind.AGENT ? Optional.of(said) : user(said.userId());
    }

    Optional<Caller> agent(AgentId id) {
        return directory
                .agent(id)
                .map(agent -> new Caller(
                        Caller.Kind.AGENT, id.toString(), agent.name(), "en", List.of(), null, agent.account()));
    }
}
