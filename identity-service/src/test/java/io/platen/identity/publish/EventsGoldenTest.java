package io.platen.identity.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.UserId;
import io.platen.identity.account.AccountEvent;
import io.platen.identity.agent.AgentEvent;
import io.platen.identity.user.UserEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.publish.StoredEvent;
import io.platen.platform.testing.Golden;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored and what is told of it, frozen. */
class EventsGoldenTest {

    private static final AccountId ACCOUNT = AccountId.of("00000000-0000-4000-8000-000000000001");
    private static final UserId USER = UserId.of("00000000-0000-4000-8000-000000000002");
    private static final AgentId AGENT = AgentId.of("00000000-0000-4000-8000-000000000003");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Set<Function> GRANTED = EnumSet.of(Function.INVOICE_VIEW);
    private static final Set<Function> REVOKED = EnumSet.of(Function.METER_CORRECT);

    static Stream<Object> samples() {
        return Stream.of(
                new AccountEvent.AccountRegistered(ACCOUNT, "NL-10021", "100021", "Van Dijk", "NL", "NL"),
                new AgentEvent.AgentRegistered(AGENT, ACCOUNT, "Basement"),
                new UserEvent.UserCreated(USER, "anna@vandijk.example", "Anna", "nl"),
                new UserEvent.RoleAssigned(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, GRANTED, REVOKED),
                new UserEvent.FunctionsChanged(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, GRANTED, REVOKED),
                new UserEvent.StaffRoleAssigned(USER, StaffRole.CONTACT_CENTRE, Set.of("NL")),
                new UserEvent.LanguageChanged(USER, "pt"),
                new UserEvent.UserDeactivated(USER),
                new UserEvent.UserSignedIn(USER, AT),
                new UserEvent.UserSignedOut(USER, AT),
                new UserEvent.SignInFailed(USER, AT),
                new UserEvent.LoginLocked(USER, AT));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsStoredIsFrozen(Object event) {
        Golden.assertJson("events/stored/" + event.getClass().getSimpleName() + ".json", event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsToldIsFrozen(Object event) {
        var stored = new StoredEvent("id", "User", "aggregate", 0, event, AT, null, "system", "correlation", null);
        var told = new IdentityPublications().publish(stored);
        assertThat(told).as("nothing is kept from the others").isNotEmpty();
        for (var published : told) {
            Golden.assertJson("events/published/" + published.type() + ".json", published);
        }
    }

    @Test
    void everyStoredEventHasASample() {
        var types = StoredEventTypes.of(AccountEvent.class, UserEvent.class, AgentEvent.class);

        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(Set.copyOf(types.all()));
    }
}
