package io.platen.benchmarks.replay;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.user.UserEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What there is to do without any framework: a cursor, the JSON, one upsert for each event, a commit for each batch. */
final class PlainLoop {

    private static final int FETCHED_TOGETHER = 500;
    private static final Map<String, Class<? extends UserEvent>> TYPES = Map.of(
            "UserCreated", UserEvent.UserCreated.class,
            "RoleAssigned", UserEvent.RoleAssigned.class,
            "FunctionsChanged", UserEvent.FunctionsChanged.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Database database;
    private final int batchSize;

    /** @param batchSize events of one transaction */
    PlainLoop(Database database, int batchSize) {
        this.database = database;
        this.batchSize = batchSize;
    }

    void run() throws SQLException {
        try (var reading = database.asApp();
                var writing = database.asApp();
                var rows = reading.prepareStatement(
                        "select type, payload from domain_event order by transaction_id, position");
                var upserts = new Upserts(writing)) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            rows.setFetchSize(FETCHED_TOGETHER);
            try (var events = rows.executeQuery()) {
                for (int done = 1; events.next(); done++) {
                    upserts.apply(json.readValue(events.getString(2), TYPES.get(events.getString(1))));
                    if (done % batchSize == 0) {
                        writing.commit();
                    }
                }
            }
            writing.commit();
        }
    }

    /** The statements of the directory, each prepared once. */
    private static final class Upserts implements AutoCloseable {

        private final PreparedStatement person;
        private final PreparedStatement right;

        Upserts(Connection connection) throws SQLException {
            person = connection.prepareStatement("""
                    insert into person (id, email, name, language, active) values (?, ?, ?, ?, true)
                    on conflict (id) do nothing
                    """);
            right = connection.prepareStatement("""
                    insert into person_right (person_id, account_id, role, granted, revoked) values (?, ?, ?, ?, ?)
                    on conflict (person_id, account_id)
                    do update set role = excluded.role, granted = excluded.granted, revoked = excluded.revoked
                    """);
        }

        void apply(UserEvent event) throws SQLException {
            if (event instanceof UserEvent.UserCreated created) {
                person.setObject(1, created.userId().value());
                person.setString(2, created.email());
                person.setString(3, created.displayName());
                person.setString(4, created.language());
                person.executeUpdate();
            } else if (event instanceof UserEvent.RoleAssigned assigned) {
                right(assigned.userId(), assigned.accountId(), assigned.role(), assigned.granted(), assigned.revoked());
            } else if (event instanceof UserEvent.FunctionsChanged changed) {
                right(changed.userId(), changed.accountId(), changed.role(), changed.granted(), changed.revoked());
            }
        }

        private void right(
                UserId user, AccountId account, CustomerRole role, Set<Function> granted, Set<Function> revoked)
                throws SQLException {
            right.setObject(1, user.value());
            right.setObject(2, account.value());
            right.setString(3, role.name());
            right.setObject(4, names(granted));
            right.setObject(5, names(revoked));
            right.executeUpdate();
        }

        private static String[] names(Set<Function> functions) {
            return functions.stream().map(Function::name).sorted().toArray(String[]::new);
        }

        @Override
        public void close() throws SQLException {
            person.close();
            right.close();
        }
    }
}
