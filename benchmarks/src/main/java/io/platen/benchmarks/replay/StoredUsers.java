package io.platen.benchmarks.replay;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.user.UserEvent;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Users whose rights change often; the events of one lie far apart, as they do in a store that grew. */
final class StoredUsers {

    static final int EVENTS_OF_ONE = 10;

    private static final int APPENDED_TOGETHER = 500;
    private static final List<Function> FUNCTIONS = List.of(Function.values());

    private final List<UserId> users;
    private final List<AccountId> accounts;

    StoredUsers(int events) {
        users = Stream.generate(UserId::random).limit(events / EVENTS_OF_ONE).toList();
        accounts = Stream.generate(() -> new AccountId(UUID.randomUUID()))
                .limit(users.size() / 20)
                .toList();
    }

    void appendTo(PostgresEventStorageEngine store) {
        for (int sequence = 0; sequence < EVENTS_OF_ONE; sequence++) {
            for (int first = 0; first < users.size(); first += APPENDED_TOGETHER) {
                int step = sequence;
                store.appendEvents(IntStream.range(first, Math.min(users.size(), first + APPENDED_TOGETHER))
                        .mapToObj(user -> message(user, step))
                        .toList());
            }
        }
    }

    private DomainEventMessage<UserEvent> message(int user, int sequence) {
        var metadata = MetaData.with(MetadataKeys.CORRELATION, UUID.randomUUID().toString())
                .and(MetadataKeys.CAUSATION, UUID.randomUUID().toString())
                .and(MetadataKeys.ACTOR, users.getFirst().toString())
                .and(MetadataKeys.ACCOUNT, account(user).toString());
        return new GenericDomainEventMessage<>(
                "User", users.get(user).toString(), sequence, event(user, sequence), metadata);
    }

    private UserEvent event(int user, int sequence) {
        var id = users.get(user);
        return switch (sequence) {
            case 0 -> new UserEvent.UserCreated(id, "user" + user + "@bench.example", "User " + user, "nl");
            case 1 -> new UserEvent.RoleAssigned(id, account(user), CustomerRole.ADMINISTRATOR, Set.of(), Set.of());
            default ->
                new UserEvent.FunctionsChanged(
                        id,
                        account(user),
                        CustomerRole.ADMINISTRATOR,
                        Set.of(FUNCTIONS.get(sequence), FUNCTIONS.get(sequence + 10)),
                        Set.of(FUNCTIONS.get(sequence + 20)));
        };
    }

    private AccountId account(int user) {
        return accounts.get(user % accounts.size());
    }
}
